import { asRoom } from '#platform/room'
import { contactQuestionsEvents } from './contact-questions-events.table.ts'
import { contactQuestionsWaiting } from './contact-questions-waiting.table.ts'
import { contactQuestionsRoutes } from './contact-questions.routes.ts'
import { questionsOpen } from './loose-ends.ts'

export const room = asRoom({
  name: 'contact-questions',
  owns: ['contact_question', 'contact_question_open_now', 'contact_questions_waiting'],
  routes: contactQuestionsRoutes,
  waiting: { view: 'contact_questions_waiting', kinds: contactQuestionsWaiting.kinds },
  looseEnds: questionsOpen,
  whenLeaving: { 'contact-question': 'coordinators' },
  verbs: contactQuestionsEvents,
})

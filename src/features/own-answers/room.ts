import { asRoom } from '#platform/room'
import { ownAnswersEvents } from './own-answers-events.table.ts'
import { ownAnswersRoutes } from './own-answers.routes.ts'

export const room = asRoom({
  name: 'own-answers',
  owns: ['own_answer', 'own_answer_named', 'own_answer_reason', 'own_answer_reason_named'],
  routes: ownAnswersRoutes,
  verbs: ownAnswersEvents,
})

import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const href = ({ companyId }: { companyId: number | null }) => `/virksomheder/${companyId ?? ''}`
const question = { icon: 'handover', href, text: m.contact_questions_waiting_text } as const

/** What waits of questions (`contact_questions_waiting`). */
export const contactQuestionsWaiting = waitingTable(['company', 'who', 'what', 'has', 'date', 'near'], {
  'question-mine': {
    ...question,
    title: m.contact_questions_waiting_mine,
    button: m.contact_questions_waiting_answer,
    when: ({ passed }) => (passed ? 'over' : 'today'),
    othersWhenAsked: true,
  },
  'question-doubt': {
    ...question,
    title: m.contact_questions_waiting_doubt,
    button: m.contact_questions_waiting_see,
    when: () => 'today',
    othersWhenAsked: true,
  },
  'question-late': {
    ...question,
    title: (v, said) => (v.has ? m.contact_questions_waiting_late(v, said) : m.contact_questions_waiting_mine(v, said)),
    button: m.contact_questions_waiting_answer,
    when: () => 'today',
  },
  'question-doubted': {
    ...question,
    title: m.contact_questions_waiting_doubt,
    button: m.contact_questions_waiting_see,
    when: () => 'today',
  },
  'question-yes': {
    ...question,
    icon: 'call',
    title: m.contact_questions_waiting_yes,
    text: (v) => v.what || m.contact_questions_waiting_yes_text(v),
    button: m.contact_questions_waiting_open,
    when: byDay(),
    othersWhenAsked: true,
  },
})

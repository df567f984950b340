import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const href = ({ id }: { id: number }) => `/henvendelser?nr=${id}`
const said = { icon: 'call-back', text: m.enquiries_waiting_text, href } as const

/** What waits in enquiries (`enquiries_waiting`): companies that turned to us and have no answer. */
export const enquiriesWaiting = waitingTable(['company', 'what', 'who', 'date', 'near'], {
  'enquiry-overdue': {
    ...said,
    title: m.enquiries_waiting_overdue,
    button: m.enquiries_waiting_answer,
    when: byDay(),
  },
  'enquiry-mine': {
    ...said,
    title: m.enquiries_waiting_mine,
    button: m.enquiries_waiting_answer,
    when: () => 'today',
    othersWhenAsked: true,
  },
  'enquiry-school': {
    ...said,
    title: m.enquiries_waiting_school,
    button: m.enquiries_waiting_take,
    when: ({ days }) => (days < 0 ? 'over' : 'today'),
  },
  'enquiry-unrouted': {
    ...said,
    title: m.enquiries_waiting_unrouted,
    button: m.enquiries_waiting_find,
    when: ({ days }) => (days < 0 ? 'over' : 'today'),
  },
  'enquiry-untaken': {
    ...said,
    title: m.enquiries_waiting_untaken,
    button: m.enquiries_waiting_find,
    when: () => 'over',
  },
})

import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'
import { isOneOf } from '#platform/typed.shared'
import { meetingForms } from '../diaries/diaries.schema.ts'

/** "besøg", one of a kind, inside a sentence. */
export const oneOf = { visit: m.capacity_one_visit, online: m.capacity_one_online, phone: m.capacity_one_phone }

/** What waits of agreed numbers (`capacity_waiting`): who is asked for one more, meetings beyond what is agreed, and lists called for nobody any more. */
export const capacityWaiting = waitingTable(['week', 'who', 'count', 'list', 'form'], {
  'capacity-asked': {
    icon: 'meeting',
    title: ({ week, form }, said) =>
      m.capacity_waiting_asked({ week, what: oneOf[isOneOf(meetingForms, form) ? form : 'visit']({}, said) }, said),
    text: m.capacity_waiting_asked_text,
    button: m.capacity_waiting_asked_button,
    when: ({ days }) => (days <= 7 ? 'today' : 'week'),
    href: ({ id, dueOn }) => `/kapacitet?uge=${dueOn ?? ''}&spurgt=${id}`,
    for: ['visits'],
  },
  'meetings-over': {
    icon: 'meeting',
    title: m.capacity_waiting_over,
    text: m.capacity_waiting_over_text,
    button: m.capacity_waiting_over_button,
    when: ({ days }) => (days <= 7 ? 'today' : 'week'),
    href: ({ dueOn }) => `/kapacitet?uge=${dueOn ?? ''}`,
    for: ['runs'],
  },
  'list-for-nobody': {
    icon: 'list',
    title: m.capacity_waiting_nobody,
    text: m.capacity_waiting_nobody_text,
    button: m.capacity_waiting_nobody_button,
    when: () => 'today',
    href: ({ id }) => `/kapacitet?liste=${id}`,
    for: ['runs'],
  },
})

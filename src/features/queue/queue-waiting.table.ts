import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits in the queue (`queue_waiting`): call-backs whose time has come, and lists with somebody to call. */
export const queueWaiting = waitingTable(['company', 'list', 'count', 'near'], {
  'call-back': {
    icon: 'call-back',
    title: m.queue_waiting_back,
    text: m.queue_waiting_back_text,
    button: m.queue_waiting_button,
    when: ({ days }) => (days < 0 ? 'over' : 'today'),
    href: ({ companyId, values }) => `/ring?liste=${values['listId']}&virksomhed=${companyId}`,
    most: 5,
    for: ['calls'],
  },
  'queue-ready': {
    icon: 'call',
    title: m.queue_waiting_ready,
    text: m.queue_waiting_ready_text,
    button: m.queue_waiting_button,
    tone: 'fri',
    when: () => 'week',
    href: ({ id }) => `/ring?liste=${id}`,
    for: ['calls'],
  },
})

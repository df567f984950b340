import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits in the queue (`queue_waiting`): call-backs whose time has come, lists with somebody to call, and companies that wanted to hear from us again. */
export const queueWaiting = waitingTable(['company', 'list', 'count', 'near', 'since', 'who', 'mine'], {
  'call-back': {
    icon: 'call-back',
    title: m.queue_waiting_back,
    text: m.queue_waiting_back_text,
    button: m.queue_waiting_button,
    when: ({ days }) => (days < 0 ? 'over' : 'today'),
    href: ({ companyId, values }) => `/ring?liste=${values['listId']}&virksomhed=${companyId}`,
    most: 5,
    for: ['calls', 'visits'],
  },
  'later-over': {
    icon: 'call-back',
    title: m.queue_waiting_later,
    text: (v) =>
      v.mine === '1' || v.who === '' ? m.queue_waiting_later_text() : m.queue_waiting_later_text_of({ who: v.who }),
    button: m.queue_waiting_later_button,
    when: ({ days }) => (days < 0 ? 'over' : 'today'),
    href: ({ companyId }) => `/virksomheder/${companyId}`,
    most: 20,
    for: ['runs', 'visits'],
  },
  'later-ready': {
    icon: 'call-back',
    title: (v) => m.queue_waiting_later_ready({ count: v.count }),
    text: m.queue_waiting_later_ready_text,
    button: m.queue_waiting_later_ready_button,
    when: () => 'week',
    href: () => '/udtraek',
    for: ['runs'],
  },
  'queue-ready': {
    icon: 'call',
    title: m.queue_waiting_ready,
    text: m.queue_waiting_ready_text,
    button: m.queue_waiting_button,
    tone: 'fri',
    when: () => 'week',
    href: ({ id }) => `/ring?liste=${id}`,
    for: ['calls', 'visits'],
  },
})

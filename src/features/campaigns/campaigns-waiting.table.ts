import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits of campaigns (`campaigns_waiting`): two questions to who visits, and a campaign whose time is over. */
export const campaignsWaiting = waitingTable(['campaign', 'date'], {
  'campaign-asks': {
    icon: 'list',
    title: m.campaigns_waiting_asks,
    text: m.campaigns_waiting_asks_text,
    button: m.campaigns_waiting_asks_button,
    when: () => 'week',
    for: ['visits'],
    notFor: ['runs'],
    href: ({ id }) => `/kampagner/${id}`,
  },
  'campaign-over': {
    icon: 'list',
    title: m.campaigns_waiting_over,
    text: m.campaigns_waiting_over_text,
    button: m.campaigns_waiting_over_button,
    when: () => 'later',
    for: ['runs'],
    href: ({ id }) => `/kampagner/${id}`,
  },
})

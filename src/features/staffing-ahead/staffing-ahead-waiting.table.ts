import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const page = () => '/bemanding'

/** What waits of visits ahead that lack somebody (`staffing_ahead_waiting`). */
export const staffingAheadWaiting = waitingTable(['company', 'by', 'count'], {
  'staffing-proposed': {
    icon: 'meeting',
    title: m.staffing_ahead_waiting_proposed,
    text: m.staffing_ahead_waiting_proposed_text,
    button: m.staffing_ahead_waiting_proposed_button,
    when: byDay(),
    href: page,
    for: ['runs'],
  },
  'staffing-asked': {
    icon: 'meeting',
    title: m.staffing_ahead_waiting_asked,
    text: m.staffing_ahead_waiting_asked_text,
    button: m.staffing_ahead_waiting_asked_button,
    when: byDay(),
    href: ({ id }) => `/bemanding/${id}`,
  },
  'staffing-refused': {
    icon: 'meeting',
    title: m.staffing_ahead_waiting_refused,
    text: m.staffing_ahead_waiting_refused_text,
    button: m.staffing_ahead_waiting_find,
    when: byDay(),
    href: page,
    for: ['runs'],
  },
  'goer-away': {
    icon: 'meeting',
    title: m.staffing_ahead_waiting_away,
    text: m.staffing_ahead_waiting_away_text,
    button: m.staffing_ahead_waiting_find,
    when: byDay(),
    href: page,
    for: ['runs'],
  },
})

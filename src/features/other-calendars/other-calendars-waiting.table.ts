import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

/** What waits of calendars elsewhere (`other_calendars_waiting`): meetings that clash with one, and calendars that have not been read for a day. */
export const otherCalendarsWaiting = waitingTable(['company', 'near', 'calendar', 'date'], {
  'meeting-clash': {
    icon: 'meeting',
    of: 'meeting',
    adds: m.other_calendars_waiting_clash_adds,
    title: m.other_calendars_waiting_clash,
    text: m.other_calendars_waiting_clash_text,
    button: m.other_calendars_waiting_clash_button,
    when: byDay(),
    href: ({ id, dueOn }) => `/kalender?dag=${dueOn}&hvem=mine&aftale=${id}`,
  },
  'calendar-unread': {
    icon: 'meeting',
    title: m.other_calendars_waiting_unread,
    text: m.other_calendars_waiting_unread_text,
    button: m.other_calendars_waiting_unread_button,
    when: () => 'today',
    href: () => '/kalender?hvem=mine&andre=vis',
  },
})

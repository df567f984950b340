import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

/** What waits in bookings (`bookings_waiting`): new meetings that whoever goes has not said are seen, those that nobody goes to any more, and those whose invitation did not arrive. */
export const bookingsWaiting = waitingTable(['company', 'near', 'by', 'to'], {
  'booking-new': {
    icon: 'meeting',
    of: 'meeting',
    adds: m.bookings_waiting_new_adds,
    title: m.bookings_waiting_new,
    text: m.bookings_waiting_new_text,
    button: m.bookings_waiting_new_button,
    when: byDay(),
    href: ({ id, dueOn }) => `/kalender?dag=${dueOn}&aftale=${id}`,
  },
  'meeting-left': {
    icon: 'meeting',
    of: 'meeting',
    adds: m.bookings_waiting_left_adds,
    title: m.bookings_waiting_left,
    text: m.bookings_waiting_left_text,
    button: m.bookings_waiting_left_button,
    when: byDay(),
    href: ({ id, dueOn }) => `/kalender?dag=${dueOn}&hvem=alle&aftale=${id}`,
    for: ['runs'],
  },
  'invitation-lost': {
    icon: 'mail',
    of: 'meeting',
    adds: m.bookings_waiting_lost_adds,
    title: m.bookings_waiting_lost,
    text: m.bookings_waiting_lost_text,
    button: m.bookings_waiting_lost_button,
    when: () => 'today',
    href: ({ id, dueOn }) => `/kalender?dag=${dueOn}&hvem=alle&aftale=${id}`,
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const bookingsEvents = eventTable({
  booking: {
    booked: {
      says: m.bookings_event_booked,
      thread: {},
      done: { says: m.bookings_done_booked, undoneBy: ['cancelled'] },
    },
    'brought-along': { says: m.bookings_event_brought_along },
    'left-at-home': { says: m.bookings_event_left_at_home },
    moved: { says: m.bookings_event_moved },
    'made-visit': { says: m.bookings_event_made_visit, thread: {} },
    'made-online': { says: m.bookings_event_made_online, thread: {} },
    'made-phone': { says: m.bookings_event_made_phone, thread: {} },
    cancelled: { says: m.bookings_event_cancelled, thread: { quotes: 'why' } },
    acknowledged: { says: m.bookings_event_acknowledged },
    unseen: { says: m.bookings_event_unseen },
    'passed-on': { says: m.bookings_event_passed_on, thread: {} },
    'taken-over': { says: m.bookings_event_taken_over, thread: {} },
    'left-behind': { says: m.bookings_event_left_behind, thread: {} },
    'not-met': { says: m.bookings_event_not_met, thread: { quotes: 'note' } },
    'invited-again': { says: m.bookings_event_invited_again },
    'told-otherwise': { says: m.bookings_event_told_otherwise },
    confirmed: { says: m.bookings_event_confirmed, thread: {} },
  },
})

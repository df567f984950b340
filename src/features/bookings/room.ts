import { asRoom } from '#platform/room'
import { meetingsOpen } from './loose-ends.ts'
import { bookingsWaiting } from './bookings-waiting.table.ts'
import { bookingsRoutes } from './bookings.routes.ts'

export const room = asRoom({
  name: 'bookings',
  owns: ['booking', 'booking_visitor', 'booking_ever', 'booking_now', 'visitor_ever', 'bookings_waiting'],
  routes: bookingsRoutes,
  waiting: { view: 'bookings_waiting', kinds: bookingsWaiting.kinds },
  looseEnds: meetingsOpen,
})

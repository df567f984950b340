import { asRoom } from '#platform/room'
import { meetingsOpen } from './loose-ends.ts'
import { bookingsWaiting } from './waiting.ts'
import { bookingsRoutes } from './bookings.routes.ts'

export const room = asRoom({
  name: 'bookings',
  owns: ['booking', 'booking_visitor', 'booking_ever', 'booking_now', 'visitor_ever'],
  routes: bookingsRoutes,
  waiting: bookingsWaiting,
  looseEnds: meetingsOpen,
})

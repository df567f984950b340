import { asRoom } from '#platform/room'
import { meetingsOpen } from './loose-ends.ts'
import { bookingsWaiting } from './waiting.ts'
import { bookingsRoutes } from './bookings.routes.ts'

export const room = asRoom({
  name: 'bookings',
  owns: ['booking'],
  routes: bookingsRoutes,
  waiting: bookingsWaiting,
  looseEnds: meetingsOpen,
})

import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { meetingsAlong, meetingsOpen } from './loose-ends.ts'
import { bookingsWaiting } from './bookings-waiting.table.ts'
import { bookingsRoutes } from './bookings.routes.ts'
import { forgetPerson } from './bookings.sql.ts'
import { companionsOf, metInTrade, stopsBetween, visitorsBefore } from './places.sql.ts'
import { bookingsEvents } from './bookings-events.table.ts'

export const room = asRoom({
  name: 'bookings',
  owns: [
    'booking',
    'booking_visitor',
    'booking_ever',
    'booking_now',
    'visitor_ever',
    'bookings_waiting',
    'refuse_booking_on_hindered',
  ],
  routes: bookingsRoutes,
  waiting: { view: 'bookings_waiting', kinds: bookingsWaiting.kinds },
  looseEnds: meetingsOpen,
  whenLeaving: { meeting: meetingsAlong },
  goesAlong: { meeting: meetingsAlong },
  verbs: bookingsEvents,
  forgetsPerson: forgetPerson,
  encounters: { metBefore: visitorsBefore, metInTrade, stops: stopsBetween, companions: companionsOf },
  moves: goesWithPlace('booking'),
})

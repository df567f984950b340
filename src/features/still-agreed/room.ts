import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { stillAgreedEvents } from './still-agreed-events.table.ts'
import { stillAgreedWaiting } from './still-agreed-waiting.table.ts'
import { stillAgreedRoutes } from './still-agreed.routes.ts'

export const room = asRoom({
  name: 'still-agreed',
  owns: ['still_agreed', 'agreed_against', 'still_agreed_waiting'],
  routes: stillAgreedRoutes,
  waiting: {
    view: 'still_agreed_waiting',
    kinds: stillAgreedWaiting.kinds,
    topics: [
      'still-open',
      'waiting-periods',
      'companies',
      'bookings',
      'promises',
      'visits',
      'regular-contacts',
      'calls',
    ],
  },
  verbs: stillAgreedEvents,
  moves: goesWithPlace('still_agreed'),
})

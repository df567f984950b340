import { asRoom } from '#platform/room'
import { movedPlacesEvents } from './moved-places-events.table.ts'
import { movedPlacesWaiting } from './moved-places-waiting.table.ts'
import { carryMoves } from './moved-places.ts'
import { movedPlacesRoutes } from './moved-places.routes.ts'

export const room = asRoom({
  name: 'moved-places',
  owns: ['moved_places_waiting'],
  routes: movedPlacesRoutes,
  sweeps: [carryMoves],
  waiting: {
    view: 'moved_places_waiting',
    kinds: movedPlacesWaiting.kinds,
    topics: ['moved-places', 'waiting-periods', 'regular-contacts', 'companies'],
  },
  verbs: movedPlacesEvents,
})

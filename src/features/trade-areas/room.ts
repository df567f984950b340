import { asRoom } from '#platform/room'
import { tradeAreasEvents } from './trade-areas-events.table.ts'
import { tradeAreasRoutes } from './trade-areas.routes.ts'

export const room = asRoom({
  name: 'trade-areas',
  owns: ['visitor_trades', 'school_trades', 'visitor_language'],
  routes: tradeAreasRoutes,
  verbs: tradeAreasEvents,
})

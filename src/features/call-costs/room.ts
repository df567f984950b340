import { asRoom } from '#platform/room'
import { callCostsEvents } from './call-costs-events.table.ts'
import { callCostsRoutes } from './call-costs.routes.ts'

export const room = asRoom({
  name: 'call-costs',
  owns: ['call_centre_price'],
  routes: callCostsRoutes,
  verbs: callCostsEvents,
})

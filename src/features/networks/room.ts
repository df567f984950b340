import { asRoom } from '#platform/room'
import { networksEvents } from './networks-events.table.ts'
import { networksRoutes } from './networks.routes.ts'

export const room = asRoom({
  name: 'networks',
  owns: ['company_network', 'company_network_now'],
  routes: networksRoutes,
  verbs: networksEvents,
})

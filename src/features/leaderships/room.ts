import { asRoom } from '#platform/room'
import { leadershipsRoutes } from './leaderships.routes.ts'
import { leadershipsEvents } from './leaderships-events.table.ts'

export const room = asRoom({
  name: 'leaderships',
  owns: ['leadership', 'shared_leadership', 'leadership_now'],
  routes: leadershipsRoutes,
  verbs: leadershipsEvents,
})

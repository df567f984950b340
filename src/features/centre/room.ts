import { asRoom } from '#platform/room'
import { centreRoutes } from './centre.routes.ts'

export const room = asRoom({
  name: 'centre',
  owns: ['centre', 'school', 'rules', 'centre_now', 'school_now', 'rules_now'],
  routes: centreRoutes,
})

import { asRoom } from '#platform/room'
import { centreRoutes } from './centre.routes.ts'
import { centreEvents } from './centre-events.table.ts'

export const room = asRoom({
  name: 'centre',
  owns: [
    ...['centre', 'school', 'rules', 'centre_now', 'school_now', 'rules_now', 'names', 'names_now'],
    ...['unsafe_centre_ids', 'unsafe_is_demo', 'unsafe_make_centre', 'unsafe_make_first_centre'],
  ],
  routes: centreRoutes,
  verbs: centreEvents,
})

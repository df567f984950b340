import { asRoom } from '#platform/room'
import { diariesRoutes } from './diaries.routes.ts'
import { diariesEvents } from './diaries-events.table.ts'

export const room = asRoom({
  name: 'diaries',
  owns: ['working_hours', 'absence', 'busy'],
  routes: diariesRoutes,
  verbs: diariesEvents,
})

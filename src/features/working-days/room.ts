import { asRoom } from '#platform/room'
import { workingDaysEvents } from './working-days-events.table.ts'
import { workingDaysRoutes } from './working-days.routes.ts'

export const room = asRoom({
  name: 'working-days',
  owns: ['calling_hours', 'closed_day'],
  routes: workingDaysRoutes,
  verbs: workingDaysEvents,
})

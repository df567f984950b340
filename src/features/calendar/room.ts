import { asRoom } from '#platform/room'
import { calendarRoutes } from './calendar.routes.ts'

export const room = asRoom({
  name: 'calendar',
  routes: calendarRoutes,
})

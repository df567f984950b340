import { asRoom } from '#platform/room'
import { homeRoutes } from './home.routes.ts'

export const room = asRoom({
  name: 'home',
  owns: ['what_waits', 'done_since'],
  routes: homeRoutes,
})

import { asRoom } from '#platform/room'
import { homeRoutes } from './home.routes.ts'

export const room = asRoom({
  name: 'home',
  owns: ['done_since'],
  routes: homeRoutes,
})

import { asRoom } from '#platform/room'
import { homeRoutes } from './home.routes.ts'

export const room = asRoom({
  name: 'home',
  routes: homeRoutes,
})

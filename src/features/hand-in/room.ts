import { asRoom } from '#platform/room'
import { handInRoutes } from './hand-in.routes.ts'

export const room = asRoom({
  name: 'hand-in',
  owns: ['hand_in_line', 'hand_in_number', 'hand_in_tries'],
  routes: handInRoutes,
})

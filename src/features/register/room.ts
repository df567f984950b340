import { asRoom } from '#platform/room'

export const room = asRoom({
  name: 'register',
  owns: ['company'],
  routes: [],
})

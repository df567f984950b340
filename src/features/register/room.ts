import { asRoom } from '#platform/room'

export const room = asRoom({
  name: 'register',
  owns: ['company', 'company_place'],
  routes: [],
})

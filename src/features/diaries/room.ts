import { asRoom } from '#platform/room'

export const room = asRoom({
  name: 'diaries',
  owns: ['working_hours', 'absence'],
  routes: [],
})

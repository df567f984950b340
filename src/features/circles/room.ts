import { asRoom } from '#platform/room'

export const room = asRoom({
  name: 'circles',
  owns: ['reading_circle', 'circle_member', 'unsafe_my_circles', 'unsafe_circle_is_empty', 'my_circle'],
  routes: [],
})

import { asRoom } from '#platform/room'

export const room = asRoom({
  name: 'circles',
  owns: [
    ...['reading_circle', 'circle_member', 'circle_asked', 'my_circle', 'circle_open_to_me'],
    ...['unsafe_my_circles', 'unsafe_circle_is_empty', 'unsafe_out_of_circle'],
  ],
  routes: [],
})

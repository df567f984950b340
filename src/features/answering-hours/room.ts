import { asRoom } from '#platform/room'

export const room = asRoom({
  name: 'answering-hours',
  owns: ['answering_hour', 'answering_reckoned', 'hint_passed'],
  routes: [],
})

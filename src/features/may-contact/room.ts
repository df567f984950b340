import { asRoom } from '#platform/room'

export const room = asRoom({
  name: 'may-contact',
  owns: ['waiting_period', 'contact_basis', 'call_block', 'told_block', 'register_bar'],
  routes: [],
})

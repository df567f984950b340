import { asRoom } from '#platform/room'

export const room = asRoom({ name: 'matching', owns: ['contact_match'], routes: [] })

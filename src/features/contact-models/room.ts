import { asRoom } from '#platform/room'

export const room = asRoom({ name: 'contact-models', owns: [], routes: [] })

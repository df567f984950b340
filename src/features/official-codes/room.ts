import { asRoom } from '#platform/room'

export const room = asRoom({ name: 'official-codes', routes: [] })

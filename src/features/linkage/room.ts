import { asRoom } from '#platform/room'

export const room = asRoom({ name: 'linkage', owns: [], routes: [] })

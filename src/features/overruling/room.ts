import { asRoom } from '#platform/room'

export const room = asRoom({ name: 'overruling', owns: [], routes: [] })

import { asRoom } from '#platform/room'

export const room = asRoom({ name: 'staffing', owns: [], routes: [] })

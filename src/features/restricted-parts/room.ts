import { asRoom } from '#platform/room'
import { endRestrictedParts } from './restricted-parts.ts'
import { restrictedPartsRoutes } from './restricted-parts.routes.ts'

export const room = asRoom({
  name: 'restricted-parts',
  owns: ['restricted_part', 'restricted_part_read', 'unsafe_end_restricted_parts'],
  routes: restrictedPartsRoutes,
  sweeps: [endRestrictedParts],
})

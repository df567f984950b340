import { asRoom } from '#platform/room'
import { standsRoutes } from './stands.routes.ts'
import { standLink } from './stands.ts'

export const room = asRoom({ name: 'stands', owns: ['stand_lead'], routes: standsRoutes, links: [standLink] })

import { asRoom } from '#platform/room'
import { guidanceRoutes } from './guidance.routes.ts'

export const room = asRoom({ name: 'guidance', owns: ['guidance_count'], routes: guidanceRoutes })

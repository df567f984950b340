import { asRoom } from '#platform/room'
import { lookUpRoutes } from './look-up.routes.ts'

export const room = asRoom({ name: 'look-up', owns: [], routes: lookUpRoutes })

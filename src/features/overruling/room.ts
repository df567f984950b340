import { asRoom } from '#platform/room'
import { overrulingRoutes } from './overruling.routes.ts'

export const room = asRoom({ name: 'overruling', owns: [], routes: overrulingRoutes })

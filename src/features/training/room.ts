import { asRoom } from '#platform/room'
import { trainingRoutes } from './training.routes.ts'

export const room = asRoom({ name: 'training', owns: [], routes: trainingRoutes })

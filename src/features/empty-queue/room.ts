import { asRoom } from '#platform/room'
import { emptyQueueRoutes } from './empty-queue.routes.ts'

export const room = asRoom({ name: 'empty-queue', owns: [], routes: emptyQueueRoutes })

import { asRoom } from '#platform/room'
import { learningAimsRoutes } from './learning-aims.routes.ts'

export const room = asRoom({ name: 'learning-aims', owns: ['learning_aim'], routes: learningAimsRoutes })

import { asRoom } from '#platform/room'
import { evaluationRoutes } from './evaluation.routes.ts'

export const room = asRoom({
  name: 'evaluation',
  routes: evaluationRoutes,
})

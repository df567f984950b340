import { asRoom } from '#platform/room'
import { beforeVisitRoutes } from './before-visit.routes.ts'

export const room = asRoom({ name: 'before-visit', owns: [], routes: beforeVisitRoutes })

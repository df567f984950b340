import { asRoom } from '#platform/room'
import { visitsWaiting } from './visits.ts'
import { visitsRoutes } from './visits.routes.ts'

export const room = asRoom({
  name: 'visits',
  owns: ['visit', 'visit_need', 'visit_topic', 'visit_draft', 'visit_due', 'visit_reported'],
  routes: visitsRoutes,
  waiting: visitsWaiting,
})

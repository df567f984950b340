import { asRoom } from '#platform/room'
import { classesWaiting } from './catalogue.ts'
import { catalogueRoutes } from './catalogue.routes.ts'

export const room = asRoom({
  name: 'catalogue',
  owns: ['provider', 'course', 'class'],
  routes: catalogueRoutes,
  waiting: classesWaiting,
})

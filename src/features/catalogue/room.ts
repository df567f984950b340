import { asRoom } from '#platform/room'
import { catalogueEvents } from './catalogue-events.table.ts'
import { catalogueWaiting } from './catalogue-waiting.table.ts'
import { catalogueRoutes } from './catalogue.routes.ts'

export const room = asRoom({
  name: 'catalogue',
  owns: ['provider', 'course', 'class', 'class_now', 'catalogue_waiting'],
  routes: catalogueRoutes,
  verbs: catalogueEvents,
  waiting: { view: 'catalogue_waiting', kinds: catalogueWaiting.kinds },
})

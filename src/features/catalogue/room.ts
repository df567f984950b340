import { asRoom } from '#platform/room'
import { catalogueEvents } from './catalogue-events.table.ts'
import { catalogueWaiting } from './catalogue-waiting.table.ts'
import { catalogueRoutes } from './catalogue.routes.ts'
import { classFiles } from './class-imports.ts'

export const room = asRoom({
  name: 'catalogue',
  owns: ['provider', 'course', 'class', 'class_now', 'catalogue_waiting'],
  routes: catalogueRoutes,
  verbs: catalogueEvents,
  imports: [classFiles],
  waiting: { view: 'catalogue_waiting', kinds: catalogueWaiting.kinds },
})

import { asRoom } from '#platform/room'
import { scriptsEvents } from './scripts-events.table.ts'
import { scriptsRoutes } from './scripts.routes.ts'

export const room = asRoom({
  name: 'scripts',
  owns: ['script', 'script_version', 'script_translation'],
  routes: scriptsRoutes,
  verbs: scriptsEvents,
})

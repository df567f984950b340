import { asRoom } from '#platform/room'
import { handedInEvents } from './handed-in-events.table.ts'
import { handedInWaiting } from './handed-in-waiting.table.ts'
import { handedInRoutes } from './handed-in.routes.ts'

export const room = asRoom({
  name: 'handed-in',
  owns: ['handed_in', 'handed_in_words', 'handed_in_waiting'],
  routes: handedInRoutes,
  waiting: { view: 'handed_in_waiting', kinds: handedInWaiting.kinds },
  verbs: handedInEvents,
})

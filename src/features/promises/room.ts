import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { promisesAlong } from './going-along.ts'
import { promisesOpen } from './loose-ends.ts'
import { promisesWaiting } from './promises-waiting.table.ts'
import { promisesRoutes } from './promises.routes.ts'
import { promisesEvents } from './promises-events.table.ts'

export const room = asRoom({
  name: 'promises',
  owns: ['promise', 'promise_handover', 'promise_now', 'promise_told', 'promises_waiting'],
  routes: promisesRoutes,
  waiting: { view: 'promises_waiting', kinds: promisesWaiting.kinds },
  looseEnds: promisesOpen,
  whenLeaving: { promise: promisesAlong, handover: 'ends' },
  goesAlong: { promise: promisesAlong },
  verbs: promisesEvents,
  moves: goesWithPlace('promise'),
})

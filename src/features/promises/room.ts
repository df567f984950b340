import { asRoom } from '#platform/room'
import { promisesOpen } from './loose-ends.ts'
import { promisesWaiting } from './waiting.ts'
import { promisesRoutes } from './promises.routes.ts'

export const room = asRoom({
  name: 'promises',
  owns: ['promise', 'promise_handover', 'promise_now'],
  routes: promisesRoutes,
  waiting: promisesWaiting,
  looseEnds: promisesOpen,
})

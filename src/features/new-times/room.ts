import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { newTimesOpen } from './loose-ends.ts'
import { newTimesEvents } from './new-times-events.table.ts'
import { newTimesWaiting } from './new-times-waiting.table.ts'
import { newTimesRoutes } from './new-times.routes.ts'

export const room = asRoom({
  name: 'new-times',
  owns: ['new_time', 'new_times_waiting'],
  routes: newTimesRoutes,
  waiting: { view: 'new_times_waiting', kinds: newTimesWaiting.kinds },
  looseEnds: newTimesOpen,
  whenLeaving: { 'new-time': 'coordinators' },
  verbs: newTimesEvents,
  moves: goesWithPlace('new_time'),
})

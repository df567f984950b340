import { asRoom } from '#platform/room'
import { callsOpen } from './loose-ends.ts'
import { callsWaiting } from './calls-waiting.table.ts'
import { judgeJob, judgeSweep } from './judging.ts'
import { callsRoutes } from './calls.routes.ts'
import { callsEvents } from './calls-events.table.ts'

export const room = asRoom({
  name: 'calls',
  owns: [
    'call',
    'call_correction',
    'call_back',
    'call_hold',
    'call_skip',
    'standing_call',
    'queue_row',
    'queue_note',
    'queue_now',
    'calls_waiting',
  ],
  routes: callsRoutes,
  jobs: [judgeJob],
  sweeps: [judgeSweep],
  waiting: { view: 'calls_waiting', kinds: callsWaiting.kinds },
  looseEnds: callsOpen,
  verbs: callsEvents,
})

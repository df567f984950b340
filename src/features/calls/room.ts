import { asRoom } from '#platform/room'
import { callsOpen } from './loose-ends.ts'
import { callsWaiting } from './waiting.ts'
import { judgeJob, judgeSweep } from './judging.ts'
import { callsRoutes } from './calls.routes.ts'

export const room = asRoom({
  name: 'calls',
  owns: [
    'script',
    'call',
    'call_correction',
    'call_back',
    'call_hold',
    'call_skip',
    'standing_call',
    'queue_row',
    'queue_note',
    'queue_now',
  ],
  routes: callsRoutes,
  jobs: [judgeJob],
  sweeps: [judgeSweep],
  waiting: callsWaiting,
  looseEnds: callsOpen,
})

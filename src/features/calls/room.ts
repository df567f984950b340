import { asRoom } from '#platform/room'
import { callsOpen } from './loose-ends.ts'
import { callsWaiting } from './calls-waiting.table.ts'
import { judgeJob, judgeSweep } from './judging.ts'
import { callsRoutes } from './calls.routes.ts'
import { queueRoutes } from './queue.routes.ts'
import { callsEvents } from './calls-events.table.ts'

export const room = asRoom({
  name: 'calls',
  owns: [
    ...['call', 'call_correction', 'call_hold', 'call_skip', 'standing_call', 'queue_waiting'],
    ...[
      'queue_row',
      'queue_call',
      'queue_note',
      'queue_now',
      'queue_judged',
      'judge_queue',
      'judge_waiting',
      'queue_touched',
    ],
    // What hangs on tables of earlier rooms, so that whatever changes there is judged anew.
    ...['queue_opened', 'queue_closed', 'queue_marked', 'queue_basis', 'queue_rules_changed'],
    ...['unsafe_queue_register_added', 'unsafe_queue_register_changed'],
    ...['refuse_hold_on_hindered', 'refuse_hold_outside_list'],
  ],
  routes: [...queueRoutes, ...callsRoutes],
  jobs: [judgeJob],
  sweeps: [judgeSweep],
  waiting: { view: 'queue_waiting', kinds: callsWaiting.kinds },
  looseEnds: callsOpen,
  verbs: callsEvents,
})

import { asRoom } from '#platform/room'
import { moveQueued } from './told.sql.ts'
import { hoursSweep, judgeJob, judgeSweep } from './judging.ts'
import { queueOpen } from './loose-ends.ts'
import { queueEvents } from './queue-events.table.ts'
import { queueRoutes } from './queue.routes.ts'
import { queueWaiting } from './queue-waiting.table.ts'

export const room = asRoom({
  name: 'queue',
  owns: [
    ...['queue_row', 'queue_call', 'queue_note', 'call_hold', 'call_skip', 'queue_now', 'queue_waiting', 'later_over'],
    'queue_unspoken',
    'back_open',
    ...['queue_turn', 'write_turns', 'turn_of_row', 'turns_of_handed_in'],
    ...['queue_counted', 'queue_judged', 'queue_move_answered', 'judge_queue', 'judge_due', 'queue_touched'],
    // What hangs on tables of earlier rooms, so that whatever changes there is judged anew.
    ...[
      'queue_opened',
      'queue_closed',
      'queue_marked',
      'queue_basis',
      'queue_rules_changed',
      'queue_own_changed',
      'queue_number_said',
      'queue_leadership',
    ],
    ...['unsafe_queue_register_added', 'unsafe_queue_register_changed'],
    ...['refuse_hold_on_hindered', 'refuse_hold_outside_list', 'refuse_hold_when_full', 'queue_token'],
  ],
  routes: queueRoutes,
  jobs: [judgeJob],
  sweeps: [judgeSweep, hoursSweep],
  waiting: { view: 'queue_waiting', kinds: queueWaiting.kinds },
  looseEnds: queueOpen,
  whenLeaving: { 'under-call': 'ends' },
  verbs: queueEvents,
  moves: moveQueued,
})

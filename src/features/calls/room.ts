import { asRoom } from '#platform/room'
import { callsRoutes } from './calls.routes.ts'
import { forgetPerson, saidLast } from './calls.sql.ts'
import { callsEvents } from './calls-events.table.ts'

export const room = asRoom({
  name: 'calls',
  owns: [
    'call',
    'refuse_changed_call',
    'call_correction',
    'standing_call',
    'refusal_reason',
    'refusal_reason_named',
    'begin_refusal_reasons',
  ],
  routes: callsRoutes,
  verbs: callsEvents,
  forgetsPerson: forgetPerson,
  saidLast,
})

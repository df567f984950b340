import { asRoom } from '#platform/room'
import { callsOpen } from './loose-ends.ts'
import { callsWaiting } from './waiting.ts'
import { callsRoutes } from './calls.routes.ts'

export const room = asRoom({
  name: 'calls',
  owns: ['call', 'call_correction', 'call_back', 'call_hold', 'call_skip', 'standing_call', 'call_queue'],
  routes: callsRoutes,
  waiting: callsWaiting,
  looseEnds: callsOpen,
})

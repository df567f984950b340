import { asRoom } from '#platform/room'
import { endLeavings, questionsOpen, writeDown } from './ending.ts'
import { leavingsEvents } from './leavings-events.table.ts'
import { leavingsRoutes } from './leavings.routes.ts'
import { leavingsWaiting } from './leavings-waiting.table.ts'

export const room = asRoom({
  name: 'leavings',
  owns: ['leaving', 'leaving_thing', 'leaving_question', 'leavings_waiting', 'sees_leaver'],
  routes: leavingsRoutes,
  sweeps: [endLeavings],
  waiting: { view: 'leavings_waiting', kinds: leavingsWaiting.kinds, topics: ['leavings', 'members'] },
  looseEnds: questionsOpen,
  whenLeaving: { 'leaving-question': 'ends' },
  handedOn: writeDown,
  verbs: leavingsEvents,
})

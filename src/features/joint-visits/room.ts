import { asRoom } from '#platform/room'
import { jointVisitsEvents } from './joint-visits-events.table.ts'
import { jointVisitsRoutes } from './joint-visits.routes.ts'
import { jointVisitsWaiting } from './joint-visits-waiting.table.ts'
import { jointVisitsOpen } from './loose-ends.ts'

export const room = asRoom({
  name: 'joint-visits',
  owns: ['joint_visit', 'joint_visits_waiting'],
  routes: jointVisitsRoutes,
  waiting: { view: 'joint_visits_waiting', kinds: jointVisitsWaiting.kinds, topics: ['joint-visits', 'my-partner'] },
  looseEnds: jointVisitsOpen,
  whenLeaving: { 'joint-visit': 'coordinators' },
  verbs: jointVisitsEvents,
})

import { asRoom } from '#platform/room'
import { capacityEvents } from './capacity-events.table.ts'
import { capacityRoutes } from './capacity.routes.ts'
import { capacityWaiting } from './capacity-waiting.table.ts'

export const room = asRoom({
  name: 'capacity',
  owns: [
    ...['capacity_said', 'capacity_ask', 'capacity_token', 'capacity_waiting'],
    ...['capacity_agreed', 'capacity_weeks', 'refuse_over_capacity'],
  ],
  routes: capacityRoutes,
  waiting: { view: 'capacity_waiting', kinds: capacityWaiting.kinds, topics: ['capacity'] },
  verbs: capacityEvents,
})

import { asRoom } from '#platform/room'
import { capacityEvents } from './capacity-events.table.ts'
import { capacityRoutes } from './capacity.routes.ts'
import { pauseSweep } from './pauses.ts'
import { capacityWaiting } from './capacity-waiting.table.ts'

export const room = asRoom({
  name: 'capacity',
  owns: [
    ...['capacity_said', 'capacity_limit', 'capacity_ask', 'capacity_token', 'capacity_waiting'],
    ...[
      'list_visitor',
      'list_offer',
      'list_offered',
      'capacity_horizon',
      'list_capacity',
      'list_place',
      'list_pause',
      'paused_list',
    ],
    ...['reserve_meeting', 'token_follows', 'holds_token', 'offer_of'],
    ...['capacity_agreed', 'capacity_latest', 'capacity_weeks', 'refuse_over_capacity'],
    ...['capacity_most', 'capacity_forms', 'capacity_room'],
  ],
  routes: capacityRoutes,
  sweeps: [pauseSweep],
  waiting: { view: 'capacity_waiting', kinds: capacityWaiting.kinds, topics: ['capacity'] },
  verbs: capacityEvents,
})

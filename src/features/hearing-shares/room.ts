import { asRoom } from '#platform/room'
import { hearingSharesEvents } from './hearing-shares-events.table.ts'
import { hearingSharesWaiting } from './hearing-shares-waiting.table.ts'
import { hearingSharesRoutes } from './hearing-shares.routes.ts'

export const room = asRoom({
  name: 'hearing-shares',
  owns: ['hearing_share', 'hearing_share_now', 'hearing_shares_waiting'],
  routes: hearingSharesRoutes,
  waiting: { view: 'hearing_shares_waiting', kinds: hearingSharesWaiting.kinds },
  verbs: hearingSharesEvents,
})

import { asRoom } from '#platform/room'
import { fairSharesEvents } from './fair-shares-events.table.ts'
import { fairSharesRoutes } from './fair-shares.routes.ts'
import { foldSweep } from './fair-shares.ts'

export const room = asRoom({
  name: 'fair-shares',
  owns: [
    ...[
      'company_handed_in',
      'named_company',
      'share_said',
      'share_charge',
      'share_account',
      'share_clock',
      'list_turn',
    ],
    'charge_talk',
    'charged_talk',
  ],
  routes: fairSharesRoutes,
  sweeps: [foldSweep],
  verbs: fairSharesEvents,
})

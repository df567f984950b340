import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { referralsAlong, referralsOpen } from './loose-ends.ts'
import { referralsEvents } from './referrals-events.table.ts'
import { referralsWaiting } from './referrals-waiting.table.ts'
import { referralsRoutes } from './referrals.routes.ts'

export const room = asRoom({
  name: 'referrals',
  owns: [
    ...['referral', 'referral_step', 'referral_matter', 'referral_said'],
    ...[
      'my_referral',
      'referral_talked',
      'referral_unplaced',
      'referrals_of_my_school',
      'referrals_waiting',
      'of_referral',
    ],
  ],
  routes: referralsRoutes,
  waiting: { view: 'referrals_waiting', kinds: referralsWaiting.kinds },
  looseEnds: referralsOpen,
  whenLeaving: referralsAlong,
  goesAlong: referralsAlong,
  verbs: referralsEvents,
  moves: goesWithPlace('referral'),
})

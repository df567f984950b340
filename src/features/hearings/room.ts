import { asRoom } from '#platform/room'
import { endHearings, openHearingOfList } from './deadlines.ts'
import { hearingsWaiting } from './hearings-waiting.table.ts'
import { hearingsRoutes } from './hearings.routes.ts'
import { hearingsEvents } from './hearings-events.table.ts'
import { ownStrikesOf } from './strikes.sql.ts'

export const room = asRoom({
  name: 'hearings',
  owns: ['hearing', 'hearing_answer', 'strike', 'strike_origin', 'kept_on_list', 'own_strike_now', 'hearings_waiting'],
  routes: hearingsRoutes,
  sweeps: [endHearings],
  waiting: { view: 'hearings_waiting', kinds: hearingsWaiting.kinds },
  looseEnds: openHearingOfList,
  ownStrikes: ownStrikesOf,
  verbs: hearingsEvents,
})

import { asRoom } from '#platform/room'
import { endHearings, openHearingOfList } from './deadlines.ts'
import { hearingsWaiting } from './waiting.ts'
import { hearingsRoutes } from './hearings.routes.ts'

export const room = asRoom({
  name: 'hearings',
  owns: ['hearing', 'hearing_answer', 'strike', 'strike_origin', 'kept'],
  routes: hearingsRoutes,
  sweeps: [endHearings],
  waiting: hearingsWaiting,
  looseEnds: openHearingOfList,
})

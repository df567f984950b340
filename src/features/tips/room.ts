import { asRoom } from '#platform/room'
import { moveTips, tipsOpen } from './loose-ends.ts'
import { tipsEvents } from './tips-events.table.ts'
import { tipsRoutes } from './tips.routes.ts'
import { forgetPerson } from './tips.sql.ts'
import { tipsWaiting } from './tips-waiting.table.ts'

export const room = asRoom({
  name: 'tips',
  owns: ['tip', 'tip_reached', 'tip_visit_news', 'tips_waiting'],
  routes: tipsRoutes,
  waiting: { view: 'tips_waiting', kinds: tipsWaiting.kinds },
  looseEnds: tipsOpen,
  whenLeaving: { tip: 'coordinators' },
  verbs: tipsEvents,
  forgetsPerson: forgetPerson,
  moves: moveTips,
})

import { asRoom } from '#platform/room'
import { goalsEvents } from './goals-events.table.ts'
import { goalsRoutes } from './goals.routes.ts'
import { goalsWaiting } from './goals-waiting.table.ts'

export const room = asRoom({
  name: 'goals',
  owns: ['goal', 'goal_now', 'goal_ever', 'goals_waiting'],
  routes: goalsRoutes,
  waiting: { view: 'goals_waiting', kinds: goalsWaiting.kinds },
  verbs: goalsEvents,
})

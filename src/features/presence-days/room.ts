import { asRoom } from '#platform/room'
import { tendPresences } from './giving.ts'
import { presenceDaysOpen } from './swapping.ts'
import { presenceDaysEvents } from './presence-days-events.table.ts'
import { presenceDaysRoutes } from './presence-days.routes.ts'
import { presenceDaysWaiting } from './presence-days-waiting.table.ts'

export const room = asRoom({
  name: 'presence-days',
  owns: ['presence', 'presence_turn', 'presence_day', 'presence_count', 'presence_told', 'presence_days_waiting'],
  routes: presenceDaysRoutes,
  sweeps: [tendPresences],
  waiting: {
    view: 'presence_days_waiting',
    kinds: presenceDaysWaiting.kinds,
    topics: ['presences', 'presence-days', 'calendar'],
  },
  looseEnds: presenceDaysOpen,
  whenLeaving: { 'presence-day': 'coordinators', 'presence-asking': 'ends' },
  verbs: presenceDaysEvents,
})

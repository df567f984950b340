import { asRoom } from '#platform/room'
import { diariesRoutes } from './diaries.routes.ts'
import { diariesWaiting } from './diaries-waiting.table.ts'
import { diariesEvents } from './diaries-events.table.ts'

export const room = asRoom({
  name: 'diaries',
  owns: [
    'working_hours',
    'absence',
    'busy',
    'busy_day',
    'taken_elsewhere',
    'elsewhere_ahead',
    'away_ahead',
    'bookable_person',
    'diaries_waiting',
  ],
  routes: diariesRoutes,
  waiting: { view: 'diaries_waiting', kinds: diariesWaiting.kinds, topics: ['calendar', 'members'] },
  verbs: diariesEvents,
})

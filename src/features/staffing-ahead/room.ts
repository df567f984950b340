import { asRoom } from '#platform/room'
import { proposeAtNight, proposeNow } from './proposing.ts'
import { staffingAheadEvents } from './staffing-ahead-events.table.ts'
import { staffingAheadRoutes } from './staffing-ahead.routes.ts'
import { staffingAheadWaiting } from './staffing-ahead-waiting.table.ts'

export const room = asRoom({
  name: 'staffing-ahead',
  owns: [
    ...['staffing_proposal', 'proposed_visit', 'staffing_exception', 'staffing_ask', 'staffing_refusal'],
    ...['place_lacking', 'staffing_ask_open', 'proposed_place', 'staffing_ahead_waiting', 'of_who_runs'],
  ],
  routes: staffingAheadRoutes,
  jobs: [proposeNow],
  houseJobs: [proposeAtNight],
  waiting: {
    view: 'staffing_ahead_waiting',
    kinds: staffingAheadWaiting.kinds,
    topics: ['staffing', 'bookings', 'calendar'],
  },
  verbs: staffingAheadEvents,
})

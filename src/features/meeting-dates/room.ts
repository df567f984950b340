import { asRoom } from '#platform/room'
import { tendMeetings } from './giving.ts'
import { meetingDatesEvents } from './meeting-dates-events.table.ts'
import { meetingDatesRoutes } from './meeting-dates.routes.ts'

export const room = asRoom({
  name: 'meeting-dates',
  owns: ['meeting_series', 'meeting_series_host', 'consultant_meeting', 'consultant_meeting_now'],
  routes: meetingDatesRoutes,
  sweeps: [tendMeetings],
  verbs: meetingDatesEvents,
})

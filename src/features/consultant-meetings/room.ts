import { asRoom } from '#platform/room'
import { consultantMeetingsEvents } from './consultant-meetings-events.table.ts'
import { consultantMeetingsRoutes } from './consultant-meetings.routes.ts'
import { consultantMeetingsWaiting } from './consultant-meetings-waiting.table.ts'

export const room = asRoom({
  name: 'consultant-meetings',
  owns: [
    ...['meeting_point', 'meeting_outcome', 'meeting_attendance', 'meeting_correction'],
    ...['meeting_thing', 'consultant_meetings_waiting'],
  ],
  routes: consultantMeetingsRoutes,
  waiting: {
    view: 'consultant_meetings_waiting',
    kinds: consultantMeetingsWaiting.kinds,
    topics: ['consultant-meetings'],
  },
  verbs: consultantMeetingsEvents,
})

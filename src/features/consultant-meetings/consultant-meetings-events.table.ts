import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: of no company, so on nobody's thread. What a task moved is told by the room whose it is. */
export const consultantMeetingsEvents = eventTable({
  meeting_outcome: {
    opened: { says: m.consultant_meetings_event_opened },
    settled: { says: m.consultant_meetings_event_settled },
    undone: { says: m.consultant_meetings_event_undone },
    closed: { says: m.consultant_meetings_event_closed },
    corrected: { says: m.consultant_meetings_event_corrected },
  },
  meeting_point: {
    put: { says: m.consultant_meetings_event_put },
    removed: { says: m.consultant_meetings_event_removed },
  },
})

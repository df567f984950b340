import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: of no company, so on nobody's thread. */
export const meetingDatesEvents = eventTable({
  meeting_series: {
    set: { says: m.meeting_dates_event_set },
    ended: { says: m.meeting_dates_event_ended },
  },
  consultant_meeting: {
    moved: { says: m.meeting_dates_event_moved },
    'called-off': { says: m.meeting_dates_event_called_off },
    'held-after-all': { says: m.meeting_dates_event_held_after_all },
  },
})

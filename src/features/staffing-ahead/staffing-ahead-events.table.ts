import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. A no is told as an answer, and stands on no thread. */
export const staffingAheadEvents = eventTable({
  staffing_ask: {
    asked: { says: m.staffing_ahead_event_asked },
    withdrawn: { says: m.staffing_ahead_event_withdrawn },
    accepted: { says: m.staffing_ahead_event_accepted },
    declined: { says: m.staffing_ahead_event_declined },
  },
  staffing_exception: {
    left: { says: m.staffing_ahead_event_left },
    'leaving-undone': { says: m.staffing_ahead_event_leaving_undone },
  },
})

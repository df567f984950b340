import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const visitsEvents = eventTable({
  visit: {
    reported: { says: m.visits_event_reported, done: { says: m.visits_done_reported, undoneBy: [] } },
    'report-changed': { says: m.visits_event_report_changed },
  },
  visit_draft: {
    'draft-dropped': { says: m.visits_event_draft_dropped },
  },
})

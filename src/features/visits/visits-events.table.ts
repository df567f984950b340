import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const visitsEvents = eventTable({
  visit: {
    reported: { says: m.visits_event_reported, done: { says: m.visits_done_reported, undoneBy: [] } },
    'report-changed': { says: m.visits_event_report_changed },
    'need-answered': { says: m.visits_event_need_answered, thread: { quotes: 'why' } },
    'need-closed': { says: m.visits_event_need_closed, thread: { quotes: 'why' } },
    'need-reopened': { says: m.visits_event_need_reopened, thread: {} },
    'passed-on': { says: m.visits_event_passed_on, thread: {} },
    'taken-over': { says: m.visits_event_taken_over, thread: {} },
  },
  visit_draft: {
    'draft-dropped': { says: m.visits_event_draft_dropped },
  },
})

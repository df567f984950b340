import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: of no company, so on nobody's thread. What a yes moved is told by the room whose it is. */
export const leavingsEvents = eventTable({
  leaving: {
    announced: { says: m.leavings_event_announced },
    changed: { says: m.leavings_event_changed },
    withdrawn: { says: m.leavings_event_withdrawn },
    asked: { says: m.leavings_event_asked },
    'question-withdrawn': { says: m.leavings_event_question_withdrawn },
    taken: { says: m.leavings_event_taken },
    declined: { says: m.leavings_event_declined },
    left: { says: m.leavings_event_left },
    settled: { says: m.leavings_event_settled },
  },
})

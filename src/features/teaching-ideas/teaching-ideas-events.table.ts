import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: of no company, so on nobody's thread. */
export const teachingIdeasEvents = eventTable({
  teaching_idea: {
    put: { says: m.teaching_ideas_event_put },
    changed: { says: m.teaching_ideas_event_changed },
  },
})

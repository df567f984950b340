import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. The note itself stands on the thread. */
export const notesEvents = eventTable({
  company_note: {
    noted: { says: m.notes_event_noted },
    removed: { says: m.notes_event_removed },
  },
})

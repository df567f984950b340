import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const centreEvents = eventTable({
  school: {
    added: { says: m.centre_event_added },
    changed: { says: m.centre_event_school_changed },
    removed: { says: m.centre_event_school_removed },
  },
  names: {
    changed: { says: m.centre_event_names_changed },
  },
  rules: {
    changed: { says: m.centre_event_changed },
  },
})

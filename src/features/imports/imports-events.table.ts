import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const importsEvents = eventTable({
  import: {
    uploaded: { says: m.imports_event_uploaded },
    imported: { says: m.imports_event_imported },
    undone: { says: m.imports_event_undone },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const catalogueEvents = eventTable({
  import: {
    'import-undone': { says: m.catalogue_event_import_undone },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const schoolContactsEvents = eventTable({
  import: {
    'contacts-handed-in': { says: m.school_contacts_event_contacts_handed_in },
    'contacts-undone': { says: m.school_contacts_event_contacts_undone },
  },
  school: {
    'contacts-deleted': { says: m.school_contacts_event_contacts_deleted },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const handedInEvents = eventTable({
  handed_in: {
    'handed-in': { says: m.handed_in_event_handed_in },
    'taken-back': { says: m.handed_in_event_taken_back },
  },
  contact_list: {
    'sent-round': { says: m.handed_in_event_sent },
  },
})

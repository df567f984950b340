import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const stillAgreedEvents = eventTable({
  still_agreed: {
    lapsed: { says: m.still_agreed_event_lapsed, thread: { quotes: 'words' } },
    said: { says: m.still_agreed_event_said, thread: { quotes: 'words' } },
  },
})

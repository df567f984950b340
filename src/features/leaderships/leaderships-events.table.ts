import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const leadershipsEvents = eventTable({
  leadership: {
    'said-shared': { says: m.leaderships_event_said_shared, thread: { quotes: 'why' } },
    'said-one': { says: m.leaderships_event_said_one, thread: { quotes: 'why' } },
    'taken-back': { says: m.leaderships_event_taken_back },
  },
})

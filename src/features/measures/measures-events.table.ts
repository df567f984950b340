import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const measuresEvents = eventTable({
  taken_today: {
    reached: { says: m.measures_event_reached },
  },
})

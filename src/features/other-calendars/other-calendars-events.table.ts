import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const otherCalendarsEvents = eventTable({
  other_calendar: {
    added: { says: m.other_calendars_event_added },
    removed: { says: m.other_calendars_event_removed },
  },
})

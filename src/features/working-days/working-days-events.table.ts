import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const workingDaysEvents = eventTable({
  calling_hours: {
    changed: { says: m.working_days_event_changed },
  },
  closed_day: {
    closed: { says: m.working_days_event_closed },
    opened: { says: m.working_days_event_opened },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const presenceDaysEvents = eventTable({
  presence: {
    added: { says: m.presence_days_event_added },
    changed: { says: m.presence_days_event_changed },
    ended: { says: m.presence_days_event_ended },
  },
  presence_day: {
    asked: { says: m.presence_days_event_asked },
    'not-asked': { says: m.presence_days_event_not_asked },
    declined: { says: m.presence_days_event_declined },
    taken: { says: m.presence_days_event_taken },
    given: { says: m.presence_days_event_given },
    'called-off': { says: m.presence_days_event_called_off },
    moved: { says: m.presence_days_event_moved },
    'not-held': { says: m.presence_days_event_not_held },
    counted: { says: m.presence_days_event_counted },
    released: { says: m.presence_days_event_released },
  },
})

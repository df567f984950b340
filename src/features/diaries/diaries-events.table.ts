import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const diariesEvents = eventTable({
  absence: {
    away: { says: m.diaries_event_away },
    'not-away': { says: m.diaries_event_not_away },
  },
  working_hours: {
    changed: { says: m.diaries_event_changed },
  },
})

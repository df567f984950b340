import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const goalsEvents = eventTable({
  goal: {
    set: { says: m.goals_event_set },
    changed: { says: m.goals_event_changed },
    'given-up': { says: m.goals_event_given_up },
  },
})

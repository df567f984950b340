import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const jointVisitsEvents = eventTable({
  joint_visit: {
    given: { says: m.joint_visits_event_given },
    asked: { says: m.joint_visits_event_asked },
    accepted: { says: m.joint_visits_event_accepted },
    'not-going': { says: m.joint_visits_event_not_going },
    declined: { says: m.joint_visits_event_declined },
    'taken-back': { says: m.joint_visits_event_taken_back },
    linked: { says: m.joint_visits_event_linked },
    unlinked: { says: m.joint_visits_event_unlinked },
    told: { says: m.joint_visits_event_told },
    'passed-on': { says: m.joint_visits_event_passed_on },
    released: { says: m.joint_visits_event_released },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const partnersEvents = eventTable({
  centre_partner: {
    added: { says: m.partners_event_added },
    changed: { says: m.partners_event_changed },
    ended: { says: m.partners_event_ended },
    'person-placed': { says: m.partners_event_person_placed },
    'link-given': { says: m.partners_event_link_given },
    'link-taken': { says: m.partners_event_link_taken },
    released: { says: m.partners_event_released },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded of agreed numbers: who said what of whom, and who was asked for more. */
export const capacityEvents = eventTable({
  capacity_said: {
    agreed: { says: m.capacity_event_agreed },
    'taken-back': { says: m.capacity_event_taken_back },
  },
  list_visitor: {
    named: { says: m.capacity_event_named },
  },
  list_offer: {
    said: { says: m.capacity_event_offer },
  },
  capacity_horizon: {
    changed: { says: m.capacity_event_horizon },
  },
  capacity_ask: {
    asked: { says: m.capacity_event_asked },
    given: { says: m.capacity_event_given },
    'not-given': { says: m.capacity_event_not_given },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const callCostsEvents = eventTable({
  call_centre_price: {
    agreed: { says: m.call_costs_event_agreed },
    ended: { says: m.call_costs_event_ended },
    'taken-back': { says: m.call_costs_event_taken_back },
  },
})

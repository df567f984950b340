import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const networksEvents = eventTable({
  company_network: {
    'written-down': { says: m.networks_event_written_down },
    changed: { says: m.networks_event_changed },
    ended: { says: m.networks_event_ended },
    'goes-on': { says: m.networks_event_goes_on },
  },
})

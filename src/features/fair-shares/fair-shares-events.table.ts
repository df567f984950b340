import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded of shares. */
export const fairSharesEvents = eventTable({
  share_said: { agreed: { says: m.fair_shares_event_agreed } },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const incomingMailsEvents = eventTable({
  incoming_address: {
    made: { says: m.incoming_mails_event_made },
    renewed: { says: m.incoming_mails_event_renewed },
  },
})

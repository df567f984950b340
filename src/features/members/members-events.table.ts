import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const membersEvents = eventTable({
  membership: {
    joined: { says: m.members_event_joined },
    agreed: { says: m.members_event_agreed },
    changed: { says: m.members_event_changed },
    left: { says: m.members_event_left },
  },
  invitation: {
    invited: { says: m.members_event_invited },
    'sent-again': { says: m.members_event_sent_again },
    withdrawn: { says: m.members_event_withdrawn },
  },
  export: {
    'taken-out': { says: m.members_event_taken_out },
  },
  token: {
    made: { says: m.members_event_made },
    revoked: { says: m.members_event_revoked },
  },
})

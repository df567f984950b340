import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const myAccessEvents = eventTable({
  password_link: {
    'handed-out': { says: m.my_access_event_handed_out },
  },
  password: {
    'chosen-anew': { says: m.my_access_event_chosen_anew },
  },
})

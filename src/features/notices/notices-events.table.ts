import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: for the person himself. */
export const noticesEvents = eventTable({
  notice_choice: { chosen: { says: m.notices_event_chosen } },
})

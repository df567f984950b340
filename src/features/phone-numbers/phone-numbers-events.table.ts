import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const phoneNumbersEvents = eventTable({
  own_number: {
    found: { says: m.phone_numbers_event_found, thread: {} },
    corrected: { says: m.phone_numbers_event_corrected, thread: {} },
    'taken-back': { says: m.phone_numbers_event_taken_back, thread: {} },
  },
})

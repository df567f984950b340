import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const enquiriesEvents = eventTable({
  enquiry: {
    received: {
      says: (v, options) =>
        v.what ? m.enquiries_event_received(v, options) : m.enquiries_event_received_centre({}, options),
      thread: { quotes: 'words' },
    },
    taken: { says: m.enquiries_event_taken },
    'sent-on': {
      says: (v, options) => (v.what ? m.enquiries_event_sent_on(v, options) : m.enquiries_event_released({}, options)),
      thread: { quotes: 'note' },
    },
    answered: {
      says: m.enquiries_event_answered,
      thread: { quotes: 'words' },
      done: { says: m.enquiries_done_answered, undoneBy: [] },
    },
    closed: { says: m.enquiries_event_closed, thread: { quotes: 'words' } },
    released: { says: m.enquiries_event_released },
    'passed-on': { says: m.enquiries_event_passed_on, thread: {} },
    'taken-over': { says: m.enquiries_event_taken_over, thread: {} },
  },
  school_reach: {
    changed: { says: m.enquiries_event_reach_changed },
  },
})

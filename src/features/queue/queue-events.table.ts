import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const queueEvents = eventTable({
  queue_call: {
    'passed-on': { says: m.queue_event_passed_on, thread: {} },
    'taken-over': { says: m.queue_event_taken_over, thread: {} },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const newTimesEvents = eventTable({
  new_time: {
    asked: { says: m.new_times_event_asked, thread: {} },
    taken: { says: m.new_times_event_taken },
    left: { says: m.new_times_event_left, thread: { quotes: 'why' } },
    released: { says: m.new_times_event_released },
    'passed-on': { says: m.new_times_event_passed_on, thread: {} },
    'taken-over': { says: m.new_times_event_taken_over, thread: {} },
  },
})

import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const promisesEvents = eventTable({
  promise: {
    'promised-us': { says: m.promises_event_promised_us, thread: {} },
    promised: { says: m.promises_event_promised },
    kept: { says: m.promises_event_kept, done: { says: m.promises_done_kept, undoneBy: ['keeping-undone'] } },
    'keeping-undone': { says: m.promises_event_keeping_undone },
    dropped: { says: m.promises_event_dropped, thread: { quotes: 'why' } },
    'drop-undone': { says: m.promises_event_drop_undone },
    'date-changed': { says: m.promises_event_date_changed },
    'handover-offered': { says: m.promises_event_handover_offered },
    'handover-accepted': { says: m.promises_event_handover_accepted },
    'handover-declined': { says: m.promises_event_handover_declined },
    'handover-withdrawn': { says: m.promises_event_handover_withdrawn },
    'passed-on': { says: m.promises_event_passed_on, thread: {} },
    'taken-over': { says: m.promises_event_taken_over, thread: {} },
  },
})

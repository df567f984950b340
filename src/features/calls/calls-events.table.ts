import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const callsEvents = eventTable({
  call: {
    answered: { says: m.calls_event_answered },
    corrected: { says: m.calls_event_corrected },
    'correction-undone': { says: m.calls_event_correction_undone },
    'taken-back': { says: m.calls_event_taken_back },
  },
  refusal_reason: {
    chosen: { says: m.calls_event_reasons_chosen },
  },
})

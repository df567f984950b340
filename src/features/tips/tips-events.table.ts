import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const tipsEvents = eventTable({
  tip: {
    given: { says: m.tips_event_given },
    read: { says: m.tips_event_read },
    asked: { says: m.tips_event_asked },
    accepted: { says: m.tips_event_accepted },
    declined: { says: m.tips_event_declined },
    ended: { says: m.tips_event_ended },
    'seen-visit': { says: m.tips_event_seen_visit },
    named: { says: m.tips_event_named },
    registered: { says: m.tips_event_registered },
    withdrawn: { says: m.tips_event_withdrawn },
    released: { says: m.tips_event_released },
    'passed-on': { says: m.tips_event_passed_on },
  },
})

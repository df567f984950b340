import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const callCentresEvents = eventTable({
  call_centre: {
    added: { says: m.call_centres_event_added },
    renamed: { says: m.call_centres_event_renamed },
    closed: { says: m.call_centres_event_closed },
  },
  call_centre_caller: { placed: { says: m.call_centres_event_placed } },
  call_centre_list: { given: { says: m.call_centres_event_given } },
  caller_language: { said: { says: m.call_centres_event_said } },
  company_language: {
    marked: { says: m.call_centres_event_marked },
    'danish-again': { says: m.call_centres_event_danish_again },
    'passed-on': { says: m.call_centres_event_passed_on },
    'taken-over': { says: m.call_centres_event_taken_over },
  },
})

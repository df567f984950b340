import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const hearingsEvents = eventTable({
  hearing: {
    'sent-to-hearing': { says: m.hearings_event_sent_to_hearing },
    answered: { says: m.hearings_event_answered },
    reopened: { says: m.hearings_event_reopened },
    reminded: { says: m.hearings_event_reminded },
    'deadline-moved': { says: m.hearings_event_deadline_moved },
    'asked-someone': { says: m.hearings_event_asked_someone },
    'hearing-ended': { says: m.hearings_event_hearing_ended },
  },
  contact_list: {
    struck: { says: m.hearings_event_struck },
    'keep-restored': { says: m.hearings_event_keep_restored },
    'strike-restored': { says: m.hearings_event_strike_restored },
    'strike-undone': { says: m.hearings_event_strike_undone },
    'kept-on-list': { says: m.hearings_event_kept_on_list },
    'said-ours': { says: m.hearings_event_said_ours },
    'keep-undone': { says: m.hearings_event_keep_undone },
  },
})

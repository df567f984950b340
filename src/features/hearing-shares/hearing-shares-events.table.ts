import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: for the own school alone. */
export const hearingSharesEvents = eventTable({
  contact_list: {
    'part-taken': { says: m.hearing_shares_event_part_taken },
    'sent-to-colleague': { says: m.hearing_shares_event_sent },
    'share-ended': { says: m.hearing_shares_event_ended },
    'share-returned': { says: m.hearing_shares_event_returned },
  },
})

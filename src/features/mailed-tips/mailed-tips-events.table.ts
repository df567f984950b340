import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words; never what the mail says. */
export const mailedTipsEvents = eventTable({
  incoming_mail: {
    'made-a-tip': { says: m.mailed_tips_event_made },
    unmade: { says: m.mailed_tips_event_unmade },
    refused: { says: m.mailed_tips_event_refused },
    reopened: { says: m.mailed_tips_event_reopened },
  },
})

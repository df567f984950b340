import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const mailsEvents = eventTable({
  mail: {
    'sent-again': { says: m.mails_event_sent_again },
    'put-aside': { says: m.mails_event_put_aside },
    'link-shown': { says: m.mails_event_link_shown },
  },
})

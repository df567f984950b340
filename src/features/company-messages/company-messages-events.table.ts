import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const companyMessagesEvents = eventTable({
  company_message: {
    written: { says: m.company_messages_event_written, thread: { quotes: 'words' } },
    answered: {
      says: m.company_messages_event_answered,
      thread: {},
      done: { says: m.company_messages_done_answered, undoneBy: ['reopened'] },
    },
    reopened: { says: m.company_messages_event_reopened },
    'passed-on': { says: m.company_messages_event_passed_on },
    'taken-over': { says: m.company_messages_event_taken_over },
  },
})

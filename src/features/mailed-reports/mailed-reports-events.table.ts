import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words; never what the mail says. */
export const mailedReportsEvents = eventTable({
  mailed_report: {
    given: { says: m.mailed_reports_event_given },
    'taken-back': { says: m.mailed_reports_event_taken_back },
    refused: { says: m.mailed_reports_event_refused },
    reopened: { says: m.mailed_reports_event_reopened },
  },
})

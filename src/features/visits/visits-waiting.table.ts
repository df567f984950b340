import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** Days after a visit when a missing report is late. */
const patience = 2

/** What waits in visits (`visits_waiting`): meetings that were held and have no report. */
export const visitsWaiting = waitingTable(['company', 'date', 'mails'], {
  'visit-report': {
    icon: 'report',
    title: m.visits_waiting_report,
    text: ({ date, mails }) =>
      Number(mails) > 0 ? m.visits_waiting_report_mailed() : m.visits_waiting_report_text({ date }),
    button: m.visits_waiting_report_button,
    when: ({ days }) => (-days > patience ? 'over' : 'today'),
    href: ({ id }) => `/besoeg/${id}/rapport`,
    othersWhenAsked: true,
    for: ['runs', 'visits'],
  },
})

import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const said = {
  icon: 'mail',
  title: m.mailed_reports_waiting,
  text: ({ from }: { from: string }) =>
    from ? m.mailed_reports_waiting_from({ from }) : m.mailed_reports_waiting_nobody(),
  button: m.mailed_reports_waiting_read,
  href: ({ id }: { id: number }) => `/mails-om-besoeg?mail=${id}`,
} as const

/** What waits of mails about visits (`mailed_reports_waiting`): until someone has read each. */
export const mailedReportsWaiting = waitingTable(['from', 'company'], {
  'mailed-report': { ...said, when: byDay(2) },
  'mailed-report-stranger': { ...said, when: () => 'week' },
})

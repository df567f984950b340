import { asRoom } from '#platform/room'
import { askForReports } from './asking.ts'
import { layAsideStrangers, mailedReportsKind } from './coming-in.ts'
import { mailedReportsEvents } from './mailed-reports-events.table.ts'
import { mailedReportsRoutes } from './mailed-reports.routes.ts'
import { mailedReportsWaiting } from './mailed-reports-waiting.table.ts'

export const room = asRoom({
  name: 'mailed-reports',
  owns: ['mailed_report', 'report_asked', 'mailed_reports_waiting'],
  routes: mailedReportsRoutes,
  waiting: { view: 'mailed_reports_waiting', kinds: mailedReportsWaiting.kinds },
  sweeps: [askForReports, layAsideStrangers],
  verbs: mailedReportsEvents,
  mailKinds: [mailedReportsKind],
})

import { asRoom } from '#platform/room'
import { struckCompaniesEvents } from './struck-companies-events.table.ts'
import { struckCompaniesWaiting } from './struck-companies-waiting.table.ts'
import { struckCompaniesRoutes } from './struck-companies.routes.ts'

export const room = asRoom({
  name: 'struck-companies',
  owns: ['struck_taking', 'struck_companies_waiting'],
  routes: struckCompaniesRoutes,
  waiting: { view: 'struck_companies_waiting', kinds: struckCompaniesWaiting.kinds },
  verbs: struckCompaniesEvents,
})

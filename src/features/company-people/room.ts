import { asRoom } from '#platform/room'
import { companyPeopleRoutes } from './company-people.routes.ts'
import { companyPeopleEvents } from './company-people-events.table.ts'
import { companyPeopleWaiting } from './company-people-waiting.table.ts'
import { companyPeopleOpen } from './loose-ends.ts'

export const room = asRoom({
  name: 'company-people',
  owns: ['company_person', 'company_person_was', 'company_person_now', 'company_people_waiting'],
  routes: companyPeopleRoutes,
  waiting: { view: 'company_people_waiting', kinds: companyPeopleWaiting.kinds },
  looseEnds: companyPeopleOpen,
  whenLeaving: { 'person-untold': 'coordinators' },
  verbs: companyPeopleEvents,
})

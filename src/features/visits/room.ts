import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { reportsOpen } from './loose-ends.ts'
import { forgetPerson } from './visits.sql.ts'
import { visitsWaiting } from './visits-waiting.table.ts'
import { visitsRoutes } from './visits.routes.ts'
import { visitsEvents } from './visits-events.table.ts'

export const room = asRoom({
  name: 'visits',
  owns: [
    'visit',
    'visit_need',
    'visit_topic',
    'took_part',
    'visit_draft',
    'unsafe_report_begun',
    'visit_due',
    'visit_reported',
    'visit_weight',
    'visits_waiting',
  ],
  routes: visitsRoutes,
  waiting: { view: 'visits_waiting', kinds: visitsWaiting.kinds },
  looseEnds: reportsOpen,
  verbs: visitsEvents,
  moves: goesWithPlace('visit'),
  forgetsPerson: forgetPerson,
})

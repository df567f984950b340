import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { reportsOpen } from './loose-ends.ts'
import { ownDrafts } from './drafts.ts'
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
    'visit_asked',
    'visit_draft',
    'unsafe_report_begun',
    'unsafe_leavers_drafts_go',
    'visit_due',
    'visit_reported',
    'visit_read',
    'need_in_lists',
    'topic_in_lists',
    'visit_begun',
    'visit_weight',
    'visits_waiting',
  ],
  routes: visitsRoutes,
  waiting: { view: 'visits_waiting', kinds: visitsWaiting.kinds },
  looseEnds: reportsOpen,
  personal: ownDrafts,
  whenLeaving: { report: 'own' },
  verbs: visitsEvents,
  moves: goesWithPlace('visit'),
  forgetsPerson: forgetPerson,
})

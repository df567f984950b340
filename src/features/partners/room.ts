import { asRoom } from '#platform/room'
import { partnersOpen } from './loose-ends.ts'
import { partnersEvents } from './partners-events.table.ts'
import { partnersWaiting } from './partners-waiting.table.ts'
import { partnersRoutes } from './partners.routes.ts'

export const room = asRoom({
  name: 'partners',
  owns: [
    ...['centre_partner', 'partner_member', 'partner_now', 'partner_ever', 'partner_person_now', 'partner_address'],
    'partners_waiting',
  ],
  routes: partnersRoutes,
  waiting: { view: 'partners_waiting', kinds: partnersWaiting.kinds },
  looseEnds: partnersOpen,
  whenLeaving: { 'partner-contact': 'coordinators' },
  verbs: partnersEvents,
})

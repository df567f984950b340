import { asRoom } from '#platform/room'
import { moveMarks } from './marks.sql.ts'
import { waitsOpen } from './loose-ends.ts'
import { mayContactRoutes } from './may-contact.routes.ts'
import { mayContactEvents } from './may-contact-events.table.ts'

export const room = asRoom({
  name: 'may-contact',
  owns: [
    'contact_mark',
    'mark_reach',
    'hindrance_kind',
    'waiting_period',
    'contact_basis',
    'contact_opening',
    'contact_open_now',
    'is_open_to',
    'hindrance_now',
    'hindrances_of',
    'hindrance_ever',
    ...['move_answer', 'moved_hindrance'],
    'place_judged',
    'place_weighed',
    'longest_hindrances',
    'heaviest_hindrances',
    'kind_that_stops',
    'contact_made',
    'contact_basis_now',
    'contact_hindrances',
    'phone_key',
    'wait_given',
  ],
  routes: mayContactRoutes,
  looseEnds: waitsOpen,
  moves: moveMarks,
  verbs: mayContactEvents,
})

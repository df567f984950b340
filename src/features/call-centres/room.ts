import { asRoom } from '#platform/room'
import { goesWithPlace } from '../register/register.ts'
import { callCentresEvents } from './call-centres-events.table.ts'
import { languagesOpen } from './loose-ends.ts'
import { callCentresRoutes } from './call-centres.routes.ts'

export const room = asRoom({
  name: 'call-centres',
  owns: [
    ...[
      'caller_now',
      'call_centre',
      'call_centre_caller',
      'call_centre_list',
      'list_elsewhere',
      'list_without_callers',
      ...['call_centre_placed', 'note_placing', 'placed_ever', 'call_centre_ever'],
    ],
    ...['caller_language', 'caller_speaks', 'company_language', 'company_language_now', 'other_tongue', 'list_speaker'],
  ],
  routes: callCentresRoutes,
  verbs: callCentresEvents,
  moves: goesWithPlace('company_language'),
  looseEnds: languagesOpen,
})

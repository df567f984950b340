import { asRoom } from '#platform/room'
import { membersRoutes } from './members.routes.ts'
import { membersEvents } from './members-events.table.ts'

export const room = asRoom({
  name: 'members',
  owns: [
    'person',
    'membership',
    'token',
    'invitation',
    'person_named',
    'member_ever',
    'member_now',
    'unsafe_asker_of_token',
  ],
  routes: membersRoutes,
  verbs: membersEvents,
})

import { asRoom } from '#platform/room'
import { endInvitationsOf } from './invitations.ts'
import { membersRoutes } from './members.routes.ts'
import { membersWaiting } from './members-waiting.table.ts'
import { membersEvents } from './members-events.table.ts'
import { revokeTokensOf } from './tokens.ts'

export const room = asRoom({
  name: 'members',
  owns: [
    'person',
    'membership',
    'token',
    'invitation',
    'invitation_sending',
    'former_place',
    'role_held',
    'unsafe_belongs_elsewhere',
    'person_named',
    'member_ever',
    'member_now',
    'members_waiting',
    'invitation_open',
    'unsafe_asker_of_token',
    'must_be_here',
    'withdrawn_invitations_go',
  ],
  routes: membersRoutes,
  waiting: { view: 'members_waiting', kinds: membersWaiting.kinds, topics: ['members', 'invitations'] },
  credentials: [
    { table: 'token', endsWith: revokeTokensOf },
    { table: 'invitation', endsWith: endInvitationsOf },
  ],
  verbs: membersEvents,
})

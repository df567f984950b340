import { endpoint, Id, MaybeWords, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { LooseEndsFound } from '#platform/loose-ends.schema'
import { Email, Me, Password } from '../sign-in/sign-in.schema.ts'
import { Role } from '../centre/centre.schema.ts'
import { coordinators, staff } from '../centre/roles.ts'

export const Member = named(
  'Member',
  z.object({
    id: z.int(),
    personId: z.int(),
    name: z.string(),
    email: z.string(),
    phone: z.nullable(z.string()),
    title: z.nullable(z.string()),
    role: Role,
    school: z.nullable(z.object({ id: z.int(), name: z.string() })),
    leftAt: z.nullable(Moment),
  }),
)
export const listMembers = endpoint({
  name: 'listMembers',
  method: 'GET',
  path: '/api/members',
  summary: 'Everyone in the centre',
  can: staff,
  query: z.object({ role: z.optional(Role) }),
  answer: z.object({ rows: z.array(Member) }),
})
export const endMembership = endpoint({
  name: 'endMembership',
  method: 'POST',
  path: '/api/members/{id}/departures',
  summary: 'Someone leaves the centre',
  can: coordinators,
  ends: 'person',
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['last-administrator'],
})
export const showMemberLooseEnds = endpoint({
  name: 'showMemberLooseEnds',
  method: 'GET',
  path: '/api/members/{id}/loose-ends',
  summary: 'What would be left open if someone left now',
  can: coordinators,
  params: z.object({ id: Id }),
  answer: LooseEndsFound,
})

export const Invitation = named(
  'Invitation',
  z.object({
    id: z.int(),
    email: z.string(),
    name: z.string(),
    role: Role,
    school: z.nullable(z.string()),
    expiresAt: Moment,
  }),
)
export const listInvitations = endpoint({
  name: 'listInvitations',
  method: 'GET',
  path: '/api/invitations',
  summary: 'Invitations not answered yet',
  can: coordinators,
  answer: z.object({ rows: z.array(Invitation) }),
})
export const invite = endpoint({
  name: 'invite',
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invite someone by e-mail',
  can: coordinators,
  status: 201,
  body: z.object({
    name: Words(120),
    email: Email,
    role: Role,
    schoolId: z.optional(z.nullable(z.int())),
    phone: z.optional(MaybeWords(40)),
    title: z.optional(MaybeWords(120)),
  }),
  answer: Invitation,
  problems: ['already-exists', 'not-allowed'],
})
export const showInvitation = endpoint({
  name: 'showInvitation',
  method: 'GET',
  path: '/api/invitations/{token}',
  summary: 'What an invitation offers',
  can: 'public',
  params: z.object({ token: z.string() }),
  answer: z.object({ name: z.string(), email: z.string(), centre: z.string(), role: Role }),
  problems: ['invitation-used'],
})
export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/{token}/acceptances',
  summary: 'Accept an invitation and choose a password',
  can: 'public',
  status: 201,
  params: z.object({ token: z.string() }),
  body: z.object({ name: Words(120), password: Password }),
  answer: Me,
  problems: ['invitation-used', 'wrong-password', 'too-many-tries'],
})

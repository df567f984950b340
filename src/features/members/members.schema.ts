import { Email, endpoint, Id, LanguageCode, MaybeWords, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { LooseEndsFound } from '#platform/loose-ends.schema'
import { Role } from '../centre/centre.schema.ts'
import { granters, homes, leaders, memberReaders } from '../centre/roles.ts'

export const Me = named(
  'Me',
  z.object({
    person: z.object({ id: z.int(), name: z.string(), email: z.string(), language: LanguageCode }),
    centre: z.object({ id: z.int(), name: z.string() }),
    /** What the centre calls things, where it has own words for them. */
    words: z.optional(
      z.object({
        hasCouncil: z.boolean(),
        council: z.nullable(z.string()),
        host: z.nullable(z.string()),
        roles: z.partialRecord(Role, z.string()),
      }),
    ),
    role: Role,
    school: z.nullable(z.object({ id: z.int(), name: z.string() })),
    /** The school's leader has not agreed yet: what the school keeps to itself is not shown. */
    schoolWaits: z.boolean(),
    /** The page one lands on: for who does one thing only, that thing's. */
    home: z.enum(homes),
    /** Names of the verbs (operationId) that my role may use here; what a row allows stands on the row. */
    may: z.array(z.string()),
    demo: z.boolean(),
    /** Mails leave the house; false: they wait in the outbox, and nothing may be called sent. */
    mails: z.boolean(),
  }),
)
export const showMe = endpoint({
  name: 'showMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who I am here',
  can: 'anyone',
  answer: Me,
})
export const changeMyLanguage = endpoint({
  name: 'changeMyLanguage',
  method: 'PUT',
  path: '/api/me/language',
  summary: 'Choose the language of my pages and mails',
  can: 'anyone',
  body: z.object({ language: LanguageCode }),
  answer: Nothing,
})

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
    /** Works, but waits for the school's leader to agree. */
    schoolWaits: z.boolean(),
    can: z.object({ leave: z.boolean(), change: z.boolean(), agree: z.boolean() }),
  }),
)
export const listMembers = endpoint({
  name: 'listMembers',
  method: 'GET',
  path: '/api/members',
  summary: 'Everyone in the centre',
  can: memberReaders,
  query: z.object({ role: z.optional(Role) }),
  answer: z.object({ rows: z.array(Member) }),
})
export const endMembership = endpoint({
  name: 'endMembership',
  method: 'POST',
  path: '/api/members/{id}/departures',
  summary: 'Someone leaves the centre',
  can: granters,
  proof: true,
  ends: 'person',
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['last-administrator', 'not-allowed'],
})
export const agreeToMember = endpoint({
  name: 'agreeToMember',
  method: 'POST',
  path: '/api/members/{id}/agreements',
  summary: 'The leader agrees to a new member: from now on he reads what the school keeps to itself',
  can: leaders,
  proof: true,
  inPerson: true,
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['school-not-agreed'],
})
export const showMemberLooseEnds = endpoint({
  name: 'showMemberLooseEnds',
  method: 'GET',
  path: '/api/members/{id}/loose-ends',
  summary: 'What would be left open if someone left now',
  can: granters,
  params: z.object({ id: Id }),
  answer: LooseEndsFound,
  problems: ['not-allowed'],
})

const Place = { role: Role, schoolId: z.optional(z.nullable(z.int())) }
/** What would become of a change: what stands open and goes to the coordinators, and what the person meets. */
export const MemberChange = named(
  'MemberChange',
  z.object({
    ...LooseEndsFound.shape,
    /** The school's leader must agree before he reads what the school keeps to itself. */
    waits: z.boolean(),
    /** He signs in again, and his tokens are over. */
    signsOut: z.boolean(),
  }),
)
export const showMemberChange = endpoint({
  name: 'showMemberChange',
  method: 'GET',
  path: '/api/members/{id}/changes',
  summary: 'What would become of another role or school for a member',
  can: granters,
  params: z.object({ id: Id }),
  query: z.object({ role: Role, schoolId: z.optional(Id) }),
  answer: MemberChange,
  problems: ['not-allowed'],
})
/** How the member was shown to who changes him. */
export const SeenPlace = z.object({ name: z.string(), role: Role, schoolId: z.nullable(z.int()) })
export const changeMember = endpoint({
  name: 'changeMember',
  method: 'POST',
  path: '/api/members/{id}/changes',
  summary: 'Give a member another role or another school, or spell the name as it is',
  can: granters,
  proof: true,
  ends: 'person',
  params: z.object({ id: Id }),
  body: z.object({ name: Words(120), ...Place, seen: SeenPlace }),
  answer: Nothing,
  problems: [
    'last-administrator',
    'not-allowed',
    'no-council',
    'first-leader-only',
    'changed-meanwhile',
    'name-is-shared',
  ],
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
    /** When its link was last copied to be handed over, and when whoever holds it first opened it. */
    copiedAt: z.nullable(Moment),
    openedAt: z.nullable(Moment),
  }),
)
/** `url`: where the house has no mail server, the address to hand over; it is not shown again. */
export const SentInvitation = named('SentInvitation', z.object({ ...Invitation.shape, url: z.nullable(z.string()) }))
export const listInvitations = endpoint({
  name: 'listInvitations',
  method: 'GET',
  path: '/api/invitations',
  summary: 'Invitations not answered yet',
  can: granters,
  answer: z.object({ rows: z.array(Invitation) }),
})
export const invite = endpoint({
  name: 'invite',
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invite someone by e-mail',
  can: granters,
  proof: true,
  status: 201,
  body: z.object({
    name: Words(120),
    email: Email,
    ...Place,
    phone: z.optional(MaybeWords(40)),
    title: z.optional(MaybeWords(120)),
  }),
  answer: SentInvitation,
  problems: ['already-exists', 'not-allowed', 'no-council', 'first-leader-only', 'too-many-mails'],
})
export const sendInvitationAgain = endpoint({
  name: 'sendInvitationAgain',
  method: 'POST',
  path: '/api/invitations/{id}/sendings',
  summary: 'Send an invitation again, with a new address; the old one ends',
  can: granters,
  proof: true,
  status: 201,
  params: z.object({ id: Id }),
  answer: SentInvitation,
  problems: ['first-leader-only', 'too-many-mails'],
})
export const noteInvitationCopied = endpoint({
  name: 'noteInvitationCopied',
  method: 'POST',
  path: '/api/invitations/{id}/copies',
  summary: 'The link of an invitation was copied, to be handed over',
  can: granters,
  status: 201,
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['not-found'],
})
export const withdrawInvitation = endpoint({
  name: 'withdrawInvitation',
  method: 'DELETE',
  path: '/api/invitations/{id}',
  summary: 'The invitation shall no longer let anyone in',
  can: granters,
  params: z.object({ id: Id }),
  answer: Nothing,
})
export const showInvitation = endpoint({
  name: 'showInvitation',
  method: 'GET',
  path: '/api/invitations/{token}',
  summary: 'What an invitation offers',
  can: 'public',
  params: z.object({ token: z.string() }),
  answer: z.object({
    name: z.string(),
    email: z.string(),
    centre: z.string(),
    role: Role,
    word: z.nullable(z.string()),
  }),
  problems: ['invitation-used'],
})

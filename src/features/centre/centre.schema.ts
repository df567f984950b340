import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { coordinators, roles, staff } from './roles.ts'

export const Role = named('Role', z.enum(roles))
export const Email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(200))
/** At least ten characters: length is what makes a password strong (NIST SP 800-63B). */
export const Password = z.string().check(z.minLength(10), z.maxLength(200))

export const Me = named(
  'Me',
  z.object({
    person: z.object({ id: z.int(), name: z.string(), email: z.string(), language: z.enum(['da', 'en']) }),
    centre: z.object({ id: z.int(), name: z.string() }),
    role: Role,
    school: z.nullable(z.object({ id: z.int(), name: z.string() })),
    demo: z.boolean(),
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
  body: z.object({ language: z.enum(['da', 'en']) }),
  answer: Nothing,
})

// ---- Sign-in ---------------------------------------------------------------------------------------
export const Front = named(
  'Front',
  z.object({
    /** `first-run`: no centre yet; `demo`: one click signs in as any role. */
    state: z.enum(['first-run', 'ready', 'demo']),
    centreName: z.nullable(z.string()),
    demoPeople: z.array(z.object({ email: z.string(), name: z.string(), role: Role, school: z.nullable(z.string()) })),
  }),
)
export const showFront = endpoint({
  name: 'showFront',
  method: 'GET',
  path: '/api/front',
  summary: 'What the sign-in page shows',
  can: 'public',
  answer: Front,
})
export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/sessions',
  summary: 'Sign in',
  can: 'public',
  status: 201,
  body: z.object({ email: Email, password: z.string().check(z.maxLength(200)) }),
  answer: Me,
  problems: ['wrong-password', 'too-many-tries'],
})
export const signInDemo = endpoint({
  name: 'signInDemo',
  method: 'POST',
  path: '/api/demo-sessions',
  summary: 'Sign in as a person of the demo',
  can: 'public',
  status: 201,
  body: z.object({ email: Email }),
  answer: Me,
  problems: ['demo-only'],
})
export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/sessions/mine',
  summary: 'Sign out',
  can: 'public',
  answer: Nothing,
})
export const setUpCentre = endpoint({
  name: 'setUpCentre',
  method: 'POST',
  path: '/api/centres',
  summary: 'First run: make the centre and its administrator',
  can: 'public',
  status: 201,
  body: z.object({ centreName: Words(120), name: Words(120), email: Email, password: Password }),
  answer: Me,
  problems: ['already-set-up'],
})

// ---- Schools and members ---------------------------------------------------------------------------
export const School = named(
  'School',
  z.object({
    id: z.int(),
    name: z.string(),
    kind: z.string(),
    institution: z.nullable(z.string()),
    municipality: z.nullable(z.int()),
    mailDomain: z.nullable(z.string()),
  }),
)
export const schoolKinds = ['technical', 'health', 'business', 'food', 'transport', 'vuc', 'amu', 'other'] as const
const SchoolForm = z.object({
  name: Words(160),
  kind: z.enum(schoolKinds),
  institution: z.optional(z.nullable(z.string().check(z.maxLength(6)))),
  municipality: z.optional(z.nullable(z.int())),
  mailDomain: z.optional(z.nullable(z.string().check(z.maxLength(120)))),
})
export const listSchools = endpoint({
  name: 'listSchools',
  method: 'GET',
  path: '/api/schools',
  summary: 'The schools of the centre',
  can: 'anyone',
  answer: z.object({ rows: z.array(School) }),
})
export const addSchool = endpoint({
  name: 'addSchool',
  method: 'POST',
  path: '/api/schools',
  summary: 'Add a school',
  can: coordinators,
  status: 201,
  body: SchoolForm,
  answer: School,
  problems: ['already-exists'],
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
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['last-administrator', 'open-promises'],
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
  problems: ['already-exists'],
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
  problems: ['invitation-used'],
})

// ---- The centre's rules ----------------------------------------------------------------------------
export const Rules = named(
  'Rules',
  z.object({
    /** What a school's silence at the deadline of a hearing means: its companies go on, or wait for an answer. */
    silence: z.enum(['goes-on', 'waits']),
    laterMonths: z.int().check(z.minimum(1), z.maximum(24)),
    notInterestedMonths: z.int().check(z.minimum(1), z.maximum(36)),
    strikeMonths: z.int().check(z.minimum(1), z.maximum(36)),
    noAnswerHours: z.int().check(z.minimum(1), z.maximum(168)),
    noAnswerTries: z.int().check(z.minimum(1), z.maximum(20)),
    noAnswerRestDays: z.int().check(z.minimum(1), z.maximum(180)),
    visitMinutes: z.int().check(z.minimum(15), z.maximum(240)),
  }),
)
export const showRules = endpoint({
  name: 'showRules',
  method: 'GET',
  path: '/api/rules',
  summary: 'The rules the centre has chosen',
  can: 'anyone',
  answer: Rules,
})
export const changeRules = endpoint({
  name: 'changeRules',
  method: 'PUT',
  path: '/api/rules',
  summary: 'Choose the rules of the centre',
  can: coordinators,
  body: Rules,
  answer: Rules,
})

// ---- What waits for me -----------------------------------------------------------------------------
/** One thing to do. `text` is chosen by `kind` in the browser; values fill it. */
export const Waiting = named(
  'Waiting',
  z.object({
    kind: z.enum([
      'promise-overdue',
      'promise-due',
      'promise-orphan',
      'handover',
      'hearing-answer',
      'hearing-ends',
      'call-back',
      'visit-report',
      'booking-new',
      'class-short',
      'queue-ready',
      'list-draft',
    ]),
    when: z.enum(['over', 'today', 'week', 'later']),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    date: z.nullable(z.string()),
    href: z.string(),
  }),
)
export const listWaiting = endpoint({
  name: 'listWaiting',
  method: 'GET',
  path: '/api/waiting',
  summary: 'What waits for me, worst first',
  can: 'anyone',
  query: z.object({ others: z.optional(z.enum(['true', 'false'])) }),
  answer: z.object({ rows: z.array(Waiting), done: z.array(z.object({ text: z.string(), href: z.string() })) }),
})

// ---- Outbox and tokens -----------------------------------------------------------------------------
export const Mail = named(
  'Mail',
  z.object({
    id: z.int(),
    to: z.string(),
    subject: z.string(),
    body: z.string(),
    attachment: z.nullable(z.string()),
    createdAt: Moment,
    sentAt: z.nullable(Moment),
    failed: z.nullable(z.string()),
  }),
)
export const listMails = endpoint({
  name: 'listMails',
  method: 'GET',
  path: '/api/mails',
  summary: 'The outbox: mails sent or waiting',
  can: coordinators,
  query: z.object({
    cursor: z.optional(z.string()),
    limit: z._default(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  }),
  answer: z.object({ rows: z.array(Mail), next: z.nullable(z.string()), smtp: z.boolean() }),
})
export const showMailAttachment = endpoint({
  name: 'showMailAttachment',
  method: 'GET',
  path: '/api/mails/{id}/attachment',
  summary: 'The file that went with a mail',
  can: coordinators,
  params: z.object({ id: Id }),
  answer: Nothing,
  kind: 'download',
})
export const Token = named(
  'Token',
  z.object({ id: z.int(), name: z.string(), createdAt: Moment, lastUsedAt: z.nullable(Moment) }),
)
export const listTokens = endpoint({
  name: 'listTokens',
  method: 'GET',
  path: '/api/tokens',
  summary: 'My API tokens',
  can: 'anyone',
  answer: z.object({ rows: z.array(Token) }),
})
export const makeToken = endpoint({
  name: 'makeToken',
  method: 'POST',
  path: '/api/tokens',
  summary: 'Make an API token; it is shown once',
  can: 'anyone',
  status: 201,
  body: z.object({ name: Words(80) }),
  answer: z.object({ id: z.int(), token: z.string() }),
})
export const revokeToken = endpoint({
  name: 'revokeToken',
  method: 'DELETE',
  path: '/api/tokens/{id}',
  summary: 'Revoke an API token',
  can: 'anyone',
  params: z.object({ id: Id }),
  answer: Nothing,
})

// ---- History ---------------------------------------------------------------------------------------
export const HistoryEvent = named(
  'HistoryEvent',
  z.object({
    id: z.int(),
    at: Moment,
    who: z.string(),
    from: z.string(),
    verb: z.string(),
    visibility: z.enum(['centre', 'school', 'personal']),
    before: z.unknown(),
    after: z.unknown(),
  }),
)
export { CalendarDate }

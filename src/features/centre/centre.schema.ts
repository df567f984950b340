import { endpoint, Id, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { coordinators, roles } from './roles.ts'

export const Role = named('Role', z.enum(roles))
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

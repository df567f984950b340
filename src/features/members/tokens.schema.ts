import { CalendarDate, endpoint, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { working } from '../centre/roles.ts'

/** What a token may: look at what its maker may look at, or all that he may do. */
export const scopes = ['read', 'read-and-write'] as const
export const Scope = z.enum(scopes)

export const Token = named(
  'Token',
  z.object({
    id: z.string(),
    name: z.string(),
    scope: Scope,
    createdAt: Moment,
    expiresAt: Moment,
    /** To the minute. */
    lastUsedAt: z.nullable(Moment),
  }),
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
  can: working,
  inPerson: true,
  proof: true,
  status: 201,
  body: z.object({
    name: Words(80),
    scope: z._default(Scope, 'read-and-write'),
    /** Its last day; a year from now without, two years at most. */
    endsOn: z.optional(CalendarDate),
  }),
  answer: z.object({ id: z.string(), token: z.string(), expiresAt: Moment }),
})
export const revokeToken = endpoint({
  name: 'revokeToken',
  method: 'DELETE',
  path: '/api/tokens/{id}',
  summary: 'Revoke an API token',
  can: 'anyone',
  params: z.object({ id: z.uuid() }),
  answer: Nothing,
})

import { endpoint, Id, Moment, named, Nothing, Words, z } from '#platform/endpoint'

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

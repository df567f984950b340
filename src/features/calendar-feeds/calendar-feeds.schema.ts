/** My meetings in a calendar of mine elsewhere: an address with a secret in it, that ends when it is revoked or I leave. */
import { endpoint, Moment, Nothing, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'

export const showMyFeed = endpoint({
  name: 'showMyFeed',
  method: 'GET',
  path: '/api/calendar-feeds/mine',
  summary: 'Whether I have an address of my meetings, since when, and when it was last read',
  can: visitors,
  answer: z.object({
    feed: z.nullable(z.object({ madeAt: Moment, lastOpenedAt: z.nullable(Moment) })),
  }),
})
export const makeMyFeed = endpoint({
  name: 'makeMyFeed',
  method: 'POST',
  path: '/api/calendar-feeds/mine',
  summary: 'Make an address of my meetings, shown once; the one before ends',
  can: visitors,
  inPerson: true,
  proof: true,
  status: 201,
  answer: z.object({ url: z.string() }),
})
export const endMyFeed = endpoint({
  name: 'endMyFeed',
  method: 'DELETE',
  path: '/api/calendar-feeds/mine',
  summary: 'The address of my meetings ends at once',
  can: visitors,
  answer: Nothing,
})
export const readFeed = endpoint({
  name: 'readFeed',
  method: 'GET',
  path: '/api/feeds/{token}',
  summary: 'The meetings of whoever made the address, as a calendar (RFC 5545)',
  can: 'public',
  kind: 'download',
  params: z.object({ token: z.string().check(z.maxLength(200)) }),
  answer: Nothing,
  problems: ['link-revoked', 'too-many-tries'],
})

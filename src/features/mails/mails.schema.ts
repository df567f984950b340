import { endpoint, Id, Moment, named, Nothing, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'

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

import { Email, endpoint, Id, Moment, named, Nothing, z } from '#platform/endpoint'
import { coordinators, settlers } from '../centre/roles.ts'

export const Mail = named(
  'Mail',
  z.object({
    id: z.int(),
    to: z.string(),
    /** Null: written to an address alone. */
    toName: z.nullable(z.string()),
    /** Of another's mail, who only keeps the house reads neither subject nor body: both are empty. */
    subject: z.string(),
    /** Without what only the receiver may know: an address with a secret ends in `…`. */
    body: z.string(),
    attachment: z.nullable(z.string()),
    createdAt: Moment,
    sentAt: z.nullable(Moment),
    /** Who caused it; null for what the house wrote by itself, or a company through its link. */
    by: z.nullable(z.string()),
    /** `kept`: there is no mail server, it is read here. `over`: what it brought has ended before it went, so it does not go. */
    state: z.enum(['sent', 'waits', 'given-up', 'kept', 'over']),
    tries: z.int(),
    /** Null: at once, or never. */
    nextTryAt: z.nullable(Moment),
    givenUpAt: z.nullable(Moment),
    putAsideAt: z.nullable(Moment),
    /** Why it has not arrived. */
    failure: z.nullable(z.enum(['unreachable', 'not-now', 'refused', 'no-address'])),
    /** What the mail server said, in its own words. */
    failed: z.nullable(z.string()),
    can: z.object({
      sendAgain: z.boolean(),
      correctAddress: z.boolean(),
      putAside: z.boolean(),
      openLink: z.boolean(),
    }),
  }),
)
export const listMails = endpoint({
  name: 'listMails',
  method: 'GET',
  path: '/api/mails',
  summary: 'The outbox: mails sent or waiting',
  can: settlers,
  query: z.object({
    cursor: z.optional(z.string()),
    limit: z._default(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  }),
  answer: z.object({ rows: z.array(Mail), next: z.nullable(z.string()), smtp: z.boolean() }),
})
const params = z.object({ id: Id })
export const showMail = endpoint({
  name: 'showMail',
  method: 'GET',
  path: '/api/mails/{id}',
  summary: 'One mail, for who wrote it or runs the centre; within a school, for who leads it',
  can: 'anyone',
  params,
  answer: Mail,
})
export const showMailAttachment = endpoint({
  name: 'showMailAttachment',
  method: 'GET',
  path: '/api/mails/{id}/attachment',
  summary: 'The file that went with a mail',
  can: coordinators,
  params,
  answer: Nothing,
  kind: 'download',
})
export const sendMailAgain = endpoint({
  name: 'sendMailAgain',
  method: 'POST',
  path: '/api/mails/{id}/sendings',
  summary: 'Try a mail again that could not be delivered, to the same address or a corrected one',
  can: 'anyone',
  params,
  body: z.object({ to: z.optional(Email) }),
  answer: Mail,
  problems: ['not-allowed'],
})
export const putMailAside = endpoint({
  name: 'putMailAside',
  method: 'POST',
  path: '/api/mails/{id}/settlings',
  summary: 'A mail that could not be delivered needs no more: it waits for nobody',
  can: 'anyone',
  params,
  answer: Mail,
})
export const openMailLink = endpoint({
  name: 'openMailLink',
  method: 'POST',
  path: '/api/mails/{id}/openings',
  summary: 'The whole text of a mail that is not sent, for who wrote it: once, because of the secret in it',
  can: 'anyone',
  params,
  answer: z.object({ body: z.string() }),
  problems: ['link-shown'],
})

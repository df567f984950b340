/** What came by mail to somebody's draft, as he reads it. */
import { Id, Moment, named, z } from '#platform/endpoint'
import { MailText } from '../incoming-mails/incoming-mails.schema.ts'

/** After a meeting its address takes in drafts for so long. */
export const daysOpen = 30

/** `from`: whoever wrote it, where I did not. */
export const MailedWords = named(
  'MailedWords',
  z.object({ ...MailText.shape, id: z.int(), from: z.nullable(z.string()), cameAt: Moment }),
)
export type MailedWords = z.infer<typeof MailedWords>
/** Mails whose words stand in it, or were left out of it by whoever writes. */
export const MailsTaken = z.array(z.int()).check(z.maxLength(200))
/** The same in an address, where one stands alone. */
export const MailsDropped = z.pipe(
  z.union([z.array(Id).check(z.maxLength(200)), Id]),
  z.transform((ids) => (Array.isArray(ids) ? ids : [ids])),
)

/** How it stands with the mailbox, for pages of mails that come in; and that somebody has looked there. */
import { endpoint, Nothing, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'

/** Days that the words of a mail are kept after it was settled; that what was laid aside is counted back; and that a stranger's waits. */
export const daysKept = 30
/** What our own mail server found of the sender; `unsaid`: he is who the mail says he is. */
export const Vouched = z.enum(['passed', 'failed', 'unsaid'])
/** What a mail says. */
export const MailText = z.object({
  words: z.string(),
  /** It is longer than what is kept of it. */
  cut: z.boolean(),
  /** What its attachments were called; they are not kept. */
  attachments: z.array(z.string()),
  /** Why only its head was read. */
  unread: z.nullable(z.enum(['too-large', 'unreadable'])),
})
export type MailText = z.infer<typeof MailText>

/** As it waits on the first page, too (`incoming_mails_waiting`). */
export const MailboxNotice = z.object({
  kind: z.enum(['mailbox-away', 'mailbox-shut', 'mailbox-left', 'mailbox-crowded']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type MailboxNotice = z.infer<typeof MailboxNotice>

export const showMailbox = endpoint({
  name: 'showMailbox',
  method: 'GET',
  path: '/api/mailbox',
  summary:
    'Where mails come in, and what is to be said of it: not read for an hour, or something in it did not come in',
  can: coordinators,
  answer: z.object({
    /** Where whoever looks for a mail looks; null: no mail comes in here. */
    address: z.nullable(z.string()),
    notices: z.array(MailboxNotice),
  }),
})
export const seeMailbox = endpoint({
  name: 'seeMailbox',
  method: 'POST',
  path: '/api/mailbox/readings',
  summary: 'Somebody has looked in the mailbox for what did not come in: that waits no more, until more does not',
  can: coordinators,
  within: showMailbox,
  status: 201,
  answer: Nothing,
})

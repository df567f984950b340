import type { Ctx } from '../context.ts'
import type { Vouched } from './vouched.ts'

/** A mail that has come to an address of ours, as a room that reads its kind is told of it. What it says of its sender is what it says. */
export type IncomingMail = {
  id: number
  /** Null: nobody, or several. */
  from: { address: string; name: string } | null
  vouched: Vouched
  messageId: string
  /** Written to one that another has taken the place of. */
  oldAddress: boolean
  /** Which thing its address names; null: none. */
  aboutId: number | null
  subject: string
  words: string
  /** It was longer than that. */
  cut: boolean
  /** What its attachments were called. */
  attachments: string[]
  /** Why only its head was read. */
  unread: 'too-large' | 'unreadable' | null
  cameAt: string
}
/** A kind of address that mails come in to; the room that knows what is to come of them hands it in. */
export type MailKind = {
  /** Stands in the address: small letters. */
  kind: string
  /**
   * One was taken in: what follows from it here, in the same transaction. It `waits` for a person to read it; `kept`: its reader has all of it, and of
   * the mail itself nothing stays but that it came; `crowded`: there are too many already, so it is not taken in.
   */
  came: (ctx: Ctx, mail: IncomingMail) => Promise<'waits' | 'kept' | 'crowded'>
}

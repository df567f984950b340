/** A mail is taken in where its address says: kept once, and told to the room that reads its kind; or laid aside by rule, and counted. */
import { Temporal } from 'temporal-polyfill'
import type { Ctx, HouseFacts } from '#platform/context'
import { automaticOf } from '#platform/mailbox/automatic'
import type { Purpose } from '#platform/mailbox/mailbox'
import { type ReadMail, readMail } from '#platform/mailbox/read-mail'
import { vouchedOf } from '#platform/mailbox/vouched'
import { announce } from '#platform/events'
import type { MailKind } from '#platform/mailbox/mail-kind'
import { coordinators } from '../centre/roles.ts'
import * as addresses from './addresses.sql.ts'
import * as store from './incoming-mails.sql.ts'

/** Answers that are stale when it stands otherwise with the mailbox. */
export const mailboxTopics = ['mailbox', 'home']

/** `arrivedAt`: when its server got it, as that says; null: it does not. */
export type Read = { mail: ReadMail; tooLarge: boolean; arrivedAt: Temporal.Instant | null }
const kindOf = ({ rooms }: Pick<HouseFacts, 'rooms'>, kind: string): MailKind | undefined =>
  rooms.flatMap(({ mailKinds = [] }) => mailKinds).find((one) => one.kind === kind)

/** Clocks of servers lie: nothing has come later than it was read, or to an address before that was made. */
const cameAtOf = (ctx: Ctx, { madeAt }: addresses.Address, { arrivedAt }: Read): string => {
  const read = ctx.now.epochMilliseconds
  const came = Math.min(read, Math.max(Date.parse(madeAt), arrivedAt?.epochMilliseconds ?? read))
  return Temporal.Instant.fromEpochMilliseconds(came).toString({ fractionalSecondDigits: 3 })
}

const newOf = (ctx: Ctx, { kind }: MailKind, address: addresses.Address, read: Read): store.New => {
  const { mail, tooLarge } = read
  return {
    ...{ cameAt: cameAtOf(ctx, address, read), oldAddress: address.old, aboutId: address.aboutId },
    ...{
      kind,
      mark: mail.mark,
      subject: mail.subject,
      words: mail.words,
      cut: mail.cut,
      attachments: mail.attachments,
    },
    ...{ fromAddress: mail.sender?.address ?? '', fromName: mail.sender?.name ?? '' },
    vouched: vouchedOf(mail, ctx.house.mailbox?.checkedBy ?? ''),
    unread: tooLarge ? 'too-large' : mail.unread ? 'unreadable' : null,
  }
}

/** `crowded`: there was no room for it. */
type Outcome = 'kept' | 'crowded'
const keep = async (ctx: Ctx, reader: MailKind, address: addresses.Address, read: Read): Promise<Outcome> => {
  const automatic = automaticOf(read.mail)
  if (automatic) {
    await store.countDropped(ctx, automatic)
    return 'kept'
  }
  const row = newOf(ctx, reader, address, read)
  const id = await store.insertMail(ctx, row)
  if (id === undefined) return 'kept'
  const { sender: from, messageId } = read.mail
  const { aboutId, vouched, oldAddress, subject, words, cut, attachments, unread, cameAt } = row
  const said = { subject, words, cut, attachments, unread, cameAt }
  const becomes = await reader.came(ctx, { id, from, messageId, vouched, oldAddress, aboutId, ...said })
  if (becomes === 'kept') await store.eraseMail(ctx, id)
  if (becomes !== 'crowded') return 'kept'
  await store.removeMail(ctx, id)
  await store.countDropped(ctx, 'crowded')
  announce(ctx, mailboxTopics, 'centre', coordinators)
  return 'crowded'
}

/** In the centre that the address names, as the house itself. Null: no such address is there. */
export const takeIn = async (ctx: Ctx, purpose: Purpose, read: Read): Promise<Outcome | null> => {
  const reader = kindOf(ctx.house, purpose.kind)
  const address = reader && (await addresses.addressBy(ctx, purpose.kind, purpose.token))
  return address ? keep(ctx, reader, address, read) : null
}

/** What a mail is for, and which thing it is about, if any. */
type For = { kind: string; aboutId?: number | null }
/** A mail as it was written (RFC 5322) that came by no mailbox of ours: where a centre is made with what has come to it. Read, kept and laid aside as any. */
export const bringMail = async (ctx: Ctx, { kind, aboutId = null }: For, source: string): Promise<void> => {
  const reader = kindOf(ctx.house, kind)
  if (!reader) throw new Error(`Nobody reads mails of the kind ${kind}.`)
  const mail = await readMail({ source: Buffer.from(source) })
  await keep(ctx, reader, { madeAt: ctx.at, old: false, aboutId }, { mail, tooLarge: false, arrivedAt: ctx.now })
}

/** A mail is taken in where its address says: kept once, and told to the room that reads its kind; or laid aside by rule, and counted. */
import type { Ctx, HouseFacts } from '#platform/context'
import { automaticOf } from '#platform/mailbox/automatic'
import type { Purpose } from '#platform/mailbox/mailbox'
import type { ReadMail } from '#platform/mailbox/read-mail'
import { vouchedOf } from '#platform/mailbox/vouched'
import type { MailKind } from '#platform/room'
import * as store from './incoming-mails.sql.ts'

export type Read = { mail: ReadMail; tooLarge: boolean }

const kindOf = ({ rooms }: Pick<HouseFacts, 'rooms'>, kind: string): MailKind | undefined =>
  rooms.flatMap(({ mailKinds = [] }) => mailKinds).find((one) => one.kind === kind)

const newOf = (ctx: Ctx, { kind }: Purpose, { mail, tooLarge }: Read): store.New => ({
  ...{ kind, mark: mail.mark, subject: mail.subject, words: mail.words, cut: mail.cut, attachments: mail.attachments },
  ...{ fromAddress: mail.sender?.address ?? '', fromName: mail.sender?.name ?? '' },
  vouched: vouchedOf(mail, ctx.house.mailbox?.checkedBy ?? ''),
  unread: tooLarge ? 'too-large' : mail.unread ? 'unreadable' : null,
})

/** In the centre that the address names, as the house itself. False: no such address is there, or no room, and it stays unread where it is. */
export const takeIn = async (ctx: Ctx, purpose: Purpose, read: Read): Promise<boolean> => {
  const reader = kindOf(ctx.house, purpose.kind)
  if (!reader || (await store.tokenOf(ctx, purpose.kind)) !== purpose.token) return false
  const automatic = automaticOf(read.mail)
  if (automatic) {
    await store.countDropped(ctx, automatic)
    return true
  }
  const row = newOf(ctx, purpose, read)
  const id = await store.insertMail(ctx, row)
  if (id === undefined) return true
  const { sender: from, messageId } = read.mail
  if ((await reader.came(ctx, { id, from, vouched: row.vouched, messageId })) === 'crowded') {
    await store.removeMail(ctx, id)
    await store.countDropped(ctx, 'crowded')
    return false
  }
  return true
}

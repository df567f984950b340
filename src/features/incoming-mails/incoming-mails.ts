/** Front door: mails that come in. What must hold: each comes in once, what is laid aside is counted, and nothing they said is kept longer than it is needed. */
import { randomInt } from 'node:crypto'
import { daysAfter } from '#platform/clock'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import { type Sweep, sweep } from '#platform/jobs'
import { addressFor } from '#platform/mailbox/mailbox'
import { coordinators } from '../centre/roles.ts'
import * as addresses from './addresses.sql.ts'
import { incomingMailsEvents } from './incoming-mails-events.table.ts'
import type * as contract from './incoming-mails.schema.ts'
import * as store from './incoming-mails.sql.ts'
import { mailboxTopics } from './taking-in.ts'
import { daysKept } from './incoming-mails.schema.ts'

export { laidAsideOn, laysAsideStrangers } from './laying-aside.ts'
export { belowAnswered, ownWords } from './own-words.ts'
export { bringMail } from './taking-in.ts'

const record = recorder(incomingMailsEvents)
type Shape = z.infer<(typeof contract.showMailbox)['answer']>

/** No letter that is read as another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const newToken = () => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')

/** What people write to for this; null: nobody has made it, or no mail comes in here at all. */
export const addressOf = async (ctx: Ctx, kind: string): Promise<string | null> => {
  const { mailbox } = ctx.house
  const token = mailbox && (await addresses.tokenOf(ctx, kind))
  return mailbox && token ? addressFor(mailbox, { kind, centreId: ctx.centreId, token }) : null
}
/** The first, or one that takes the place of the old (then true): what is written there still comes in, as to an old one. Throws no-mailbox. */
export const makeAddress = async (ctx: Ctx, kind: string): Promise<boolean> => {
  if (!ctx.house.mailbox) throw problem('no-mailbox')
  const isAnother = await addresses.keepOld(ctx, kind)
  if (isAnother) await addresses.putAnother(ctx, kind, newToken())
  else if (!(await addresses.putFirst(ctx, kind, newToken()))) return false
  const verb = isAnother ? 'renewed' : 'made'
  await record(ctx, { verb, subject: 'incoming_address', subjectId: ctx.centreId })
  return isAnother
}

/** What people write to about one thing; null: it has none, or no mail comes in here at all. */
export const addressOfThing = async (ctx: Ctx, of: { kind: string; aboutId: number }): Promise<string | null> => {
  const { mailbox } = ctx.house
  const token = mailbox && (await addresses.tokenOfThing(ctx, of))
  return mailbox && token ? addressFor(mailbox, { kind: of.kind, centreId: ctx.centreId, token }) : null
}
/** Each of these things has an address from now on, and keeps the one it has. */
export const giveAddresses = async (ctx: Ctx, kind: string, aboutIds: readonly number[]): Promise<void> => {
  const having = new Set(await addresses.thingsWithAddress(ctx, kind, aboutIds))
  const lacking = aboutIds.filter((id) => !having.has(id))
  await addresses.putOfThings(
    ctx,
    kind,
    lacking.map((aboutId) => ({ aboutId, token: newToken() })),
  )
}

/** When it took the place of another; null: there was none before. */
export const addressRenewedAt = (ctx: Ctx, kind: string): Promise<string | null> => addresses.renewedAt(ctx, kind)

/** Somebody has done with it what there was to do. False: somebody had before. */
export const settleMail = async (ctx: Ctx, id: number): Promise<boolean> => (await settleMails(ctx, [id])).length > 0
/** Those of them that nobody had settled before. */
export const settleMails = (ctx: Ctx, ids: readonly number[]): Promise<number[]> =>
  store.setSettled(ctx, ids, { settledAt: ctx.at, settledBy: personOf(ctx) })
/** They wait again: those of them that did not, and still say something. */
export const reopenMails = (ctx: Ctx, ids: readonly number[]): Promise<number[]> =>
  store.setSettled(ctx, ids, { settledAt: null, settledBy: null, reopenedAt: ctx.at })

/** Days that the words of a mail are kept after it was settled; and that what was laid aside is counted back. */
const daysAgo = (ctx: Ctx) => ctx.now.subtract({ hours: 24 * daysKept }).toString({ fractionalSecondDigits: 3 })
/** Where mails come in, and what is to be said of it: the same that waits on the first page. */
export const showMailbox = async (ctx: Ctx): Promise<Shape> => ({
  address: ctx.house.mailbox?.address ?? null,
  notices: await store.mailboxWaits(ctx),
})
export const seeMailbox = async (ctx: Ctx) => {
  await store.putSeen(ctx)
  announce(ctx, mailboxTopics, 'centre', coordinators)
  return {}
}

/** So many were laid aside by rule in that time. */
export const droppedLately = (ctx: Ctx): Promise<number> => store.droppedFrom(ctx, daysAfter(ctx.today, -daysKept))

export const eraseMails: Sweep = sweep('erase-mails', async (ctx) => {
  await store.eraseSettled(ctx, daysAgo(ctx))
})

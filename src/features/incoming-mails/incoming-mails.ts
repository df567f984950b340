/** Front door: mails that come in. What must hold: each comes in once, what is laid aside is counted, and nothing they said is kept longer than it is needed. */
import { randomInt } from 'node:crypto'
import { daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { type Sweep, sweep } from '#platform/jobs'
import { addressFor } from '#platform/mailbox/mailbox'
import { personOf } from '#platform/context'
import { incomingMailsEvents } from './incoming-mails-events.table.ts'
import * as store from './incoming-mails.sql.ts'

const record = recorder(incomingMailsEvents)

/** No letter that is read as another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const newToken = () => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')

/** What people write to for this; null: nobody has made it, or no mail comes in here at all. */
export const addressOf = async (ctx: Ctx, kind: string): Promise<string | null> => {
  const { mailbox } = ctx.house
  const token = mailbox && (await store.tokenOf(ctx, kind))
  return mailbox && token ? addressFor(mailbox, { kind, centreId: ctx.centreId, token }) : null
}
/** The first, or one that takes the place of the old: what is written there comes to nobody any more. Throws no-mailbox. */
export const makeAddress = async (ctx: Ctx, kind: string): Promise<void> => {
  if (!ctx.house.mailbox) throw problem('no-mailbox')
  const isFirst = (await store.tokenOf(ctx, kind)) === null
  await store.putToken(ctx, kind, newToken())
  const verb = isFirst ? 'made' : 'renewed'
  await record(ctx, { verb, subject: 'incoming_address', subjectId: ctx.centreId })
}

/** Somebody has done with it what there was to do. False: somebody had before. */
export const settleMail = (ctx: Ctx, id: number): Promise<boolean> =>
  store.setSettled(ctx, id, { settledAt: ctx.at, settledBy: personOf(ctx) })
/** It waits again. False: it did, or what it said is gone. */
export const reopenMail = (ctx: Ctx, id: number): Promise<boolean> =>
  store.setSettled(ctx, id, { settledAt: null, settledBy: null })

/** Days that the words of a mail are kept after it was settled; and that what was laid aside is counted back. */
export const daysKept = 30
const daysAgo = (ctx: Ctx) => ctx.now.subtract({ hours: 24 * daysKept }).toString({ fractionalSecondDigits: 3 })
/** So many were laid aside by rule in that time. */
export const droppedLately = (ctx: Ctx): Promise<number> => store.droppedFrom(ctx, daysAfter(ctx.today, -daysKept))

export const eraseMails: Sweep = sweep('erase-mails', async (ctx) => {
  await store.eraseSettled(ctx, daysAgo(ctx))
})

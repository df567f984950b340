/** Of strangers nobody need read a mail: what has waited for a month is laid aside, where it can be found and put back for as long again. */
import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { type Sweep, sweep } from '#platform/jobs'
import { daysKept } from './incoming-mails.schema.ts'
import * as store from './incoming-mails.sql.ts'

/** The day on which it will be; null: never. */
export const laidAsideOn = ({
  stranger,
  settledAt,
  waitsSince,
}: {
  stranger: boolean
  settledAt: string | null
  waitsSince: string
}): string | null =>
  stranger && settledAt === null
    ? dateOf(Temporal.Instant.from(waitsSince).add({ hours: 24 * daysKept })).toString()
    : null

/** `strangersSince`: those of a kind that have waited since before a moment. */
type Strangers = { strangersSince: (ctx: Ctx, before: string) => Promise<number[]>; tell: (ctx: Ctx) => void }
export const laysAsideStrangers = (name: string, { strangersSince, tell }: Strangers): Sweep =>
  sweep(name, async (ctx) => {
    const before = ctx.now.subtract({ hours: 24 * daysKept }).toString({ fractionalSecondDigits: 3 })
    const unread = await strangersSince(ctx, before)
    if (unread.length === 0) return
    await store.setSettled(ctx, unread, { settledAt: ctx.at, settledBy: null })
    tell(ctx)
  })

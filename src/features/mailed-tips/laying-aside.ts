/** Of strangers nobody need read a mail: what has waited for a month is laid aside, where it can be found and put back for as long again. */
import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import { announce } from '#platform/events'
import { type Sweep, sweep } from '#platform/jobs'
import { coordinators } from '../centre/roles.ts'
import { layAside } from '../incoming-mails/incoming-mails.ts'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'
import { topics } from './coming-in.ts'
import * as store from './mailed-tips.sql.ts'

type Waits = { partnerId: number | null; settledAt: string | null; waitsSince: string }
/** The day on which it will be; null: never. */
export const laidAsideOn = ({ partnerId, settledAt, waitsSince }: Waits): string | null =>
  partnerId === null && settledAt === null
    ? dateOf(Temporal.Instant.from(waitsSince).add({ hours: 24 * daysKept })).toString()
    : null

export const layAsideStrangers: Sweep = sweep('lay-aside-strangers', async (ctx) => {
  const before = ctx.now.subtract({ hours: 24 * daysKept }).toString({ fractionalSecondDigits: 3 })
  const unread = await store.strangersSince(ctx, before)
  if (unread.length === 0) return
  await layAside(ctx, unread)
  announce(ctx, topics, 'centre', coordinators)
})

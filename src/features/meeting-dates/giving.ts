/** The meetings of the fixed times ahead are given, ten weeks on, each to the school whose turn it is. */
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import { sweep } from '#platform/jobs'
import { sayDayOff, type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import { datesOf, nextHost } from './dates.ts'
import * as store from './meeting-dates.sql.ts'

const daysGiven = 70

export const topics = ['consultant-meetings', 'calendar', 'waiting']
const until = (ctx: Ctx) => daysAfter(ctx.today, daysGiven)

/** Dates of theirs on which nobody works, with the reason. */
export const skippedDates = (ctx: Ctx, row: store.SeriesRow, { offOn }: WorkingTime) =>
  datesOf(row, ctx.today, until(ctx)).flatMap((on) => {
    const off = offOn(on)
    return off ? [{ on, why: sayDayOff(ctx, off) }] : []
  })

/** Twice is once. What was moved or called off stays as it was said; a day that was closed since has no meeting. */
export const giveMeetings = async (ctx: Ctx, row: store.SeriesRow, time: WorkingTime): Promise<void> => {
  const given = await store.datesGiven(ctx, row.id)
  const off = skippedDates(ctx, row, time).map(({ on }) => on)
  const gone = given.filter((one) => off.includes(one.standsFor) && one.openedAt === null && one.version === 1)
  const missing = datesOf(row, ctx.today, until(ctx)).filter(
    (on) => !off.includes(on) && !given.some(({ standsFor }) => standsFor === on),
  )
  if (gone.length === 0 && missing.length === 0) return
  const dates = gone.map(({ standsFor }) => standsFor)
  if (dates.length > 0) await store.dropAhead(ctx, row.id, dates)
  const order = (await store.hostsOf(ctx, row.id)).map(({ id }) => id)
  let last = given.findLast((one) => !gone.includes(one))?.hostId ?? null
  for (const standsFor of missing) {
    last = nextHost(order, last)
    const startsAt = momentOf(standsFor, row.from).toString()
    if (startsAt <= ctx.at) continue
    const endsAt = momentOf(standsFor, row.until).toString()
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await store.insertMeeting(ctx, row.id, { standsFor, startsAt, endsAt, hostId: last, place: row.place })
  }
  announce(ctx, topics)
}

export const tendMeetings = sweep('meeting-dates/tend', async (ctx) => {
  const row = await store.seriesNow(ctx)
  if (row) await giveMeetings(ctx, row, await workingTimeNow(ctx))
})

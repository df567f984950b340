/** The working day before a meeting its company and its visitors are reminded of it, by mail: a sweep. */
import { dateOf, momentOf } from '#platform/clock'
import { sweep } from '#platform/jobs'
import { remindOf } from '../bookings/bookings.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import * as store from './reminders.sql.ts'

/** From this time of the day on; whoever is reminded can still call us. */
const from = '08:00'
const atOnce = 50

/** Nothing is written where there is no mail server: a reminder that waits reminds of nothing. */
export const remindOfMeetings = sweep('remind-of-meetings', async (ctx) => {
  if (!ctx.house.mail) return
  const { workdayAfter, offOn } = await workingTimeNow(ctx)
  const today = dateOf(ctx.now)
  const works = today.dayOfWeek <= 5 && !offOn(ctx.today)
  if (!works || ctx.now.epochMilliseconds < momentOf(ctx.today, from).epochMilliseconds) return
  const due = await store.due(ctx, { from: ctx.today, to: workdayAfter(ctx.today, 1), atOnce })
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { id, startsAt } of due) if (await store.noteReminded(ctx, id, startsAt)) await remindOf(ctx, id)
})

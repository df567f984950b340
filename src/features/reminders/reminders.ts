/** The working day before a meeting its company and its visitors are reminded of it, by mail: a sweep. */
import { dateOf, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { sweep } from '#platform/jobs'
import { endLetters, unsentLetters } from '#platform/mail/outbox'
import { keepsItsTime, remindOf } from '../bookings/bookings.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import * as store from './reminders.sql.ts'

/** From this time of the day on; whoever is reminded can still call us. */
const from = '08:00'
/** So few at once: whoever calls one off meanwhile waits for them. */
const atOnce = 10

/** What could not be sent before the meeting began is not sent any more. */
const endLate = async (ctx: Ctx) => {
  const unsent = await unsentLetters(ctx, 'reminder')
  if (unsent.length > 0) await endLetters(ctx, 'reminder', await store.begun(ctx, unsent))
}

/** Nothing is written where there is no mail server: a reminder that waits reminds of nothing. */
export const remindOfMeetings = sweep('remind-of-meetings', async (ctx) => {
  await endLate(ctx)
  if (!ctx.house.mail) return
  const { workdayAfter, offOn } = await workingTimeNow(ctx)
  const today = dateOf(ctx.now)
  const works = today.dayOfWeek <= 5 && !offOn(ctx.today)
  if (!works || ctx.now.epochMilliseconds < momentOf(ctx.today, from).epochMilliseconds) return
  const due = await store.due(ctx, { from: ctx.today, to: workdayAfter(ctx.today, 1), atOnce })
  for (const { id, startsAt } of due)
    if ((await keepsItsTime(ctx, id, startsAt)) && (await store.noteReminded(ctx, id, startsAt)))
      await remindOf(ctx, id)
})

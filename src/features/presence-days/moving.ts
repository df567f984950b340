/** One date of a regular day is moved: "this Thursday not, but Wednesday". */
import { Temporal } from 'temporal-polyfill'
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { sayDate } from '#platform/text/danish'
import * as m from '#texts'
import { sayDayOff, type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import * as store from './days.sql.ts'
import * as giving from './giving.ts'
import { lockAhead, mustBe, showPresenceDay, tellDay, type Whole, writeMoved, writeSwapsOver } from './one-day.ts'
import { weeksMovable } from './presence-days.schema.ts'
import { lockPresence, type PresenceRow, presenceById } from './presence-days.sql.ts'
import { isDateOf } from './turns.ts'

type To = { onDay: string; startsAt: string; endsAt: string }

const wrong = (pointer: string, says: string) => problemAt('wrong-input', pointer, says, 'custom')
const refuseTime = (ctx: Ctx, { onDay, startsAt, endsAt }: To, { offOn }: WorkingTime) => {
  const options = { locale: ctx.language }
  if (endsAt <= startsAt) throw wrong('/body/endsAt', m.presence_days_problem_backwards({}, options))
  const past = Temporal.Instant.compare(momentOf(onDay, startsAt), ctx.now) <= 0
  if (past) throw wrong('/body/onDay', m.presence_days_problem_past({}, options))
  if (onDay > daysAfter(ctx.today, 7 * weeksMovable))
    throw wrong('/body/onDay', m.presence_days_problem_far({ weeks: weeksMovable }, options))
  if (Temporal.PlainDate.from(onDay).dayOfWeek > 5)
    throw wrong('/body/onDay', m.presence_days_problem_weekend({}, options))
  const off = offOn(onDay)
  if (!off) return
  const said = { day: sayDate(onDay, ctx.language, ctx.today), why: sayDayOff(ctx, off) }
  throw wrong('/body/onDay', m.working_days_nobody_works(said, options))
}
/** Not on a date that has a day of theirs, or will be given one. Who moves or gives another waits for the presence. */
const refuseSecond = (ctx: Ctx, row: PresenceRow, turns: readonly giving.Given[], id: number | null, { onDay }: To) => {
  const has = turns.some((day) => day.id !== id && day.onDay === onDay)
  const willHave = isDateOf(row, onDay) && !turns.some((day) => giving.standsFor(day) === onDay)
  if (has || willHave) throw wrong('/body/onDay', m.presence_days_problem_second({}, { locale: ctx.language }))
}

const isThereAlready = (row: PresenceRow, day: giving.Given, to: To) => {
  const slot = giving.slotOf(to.onDay, { ...row, ...to })
  return giving.sameMoment(slot.startsAt, day.startsAt) && giving.sameMoment(slot.endsAt, day.endsAt)
}
/** Moved back to the date and hours of the regular days it is one of them again. */
const write = async (ctx: Ctx, row: PresenceRow, day: giving.Given, to: To) => {
  const original = giving.standsFor(day)
  const slot = giving.slotOf(to.onDay, { ...row, ...to })
  const regular = to.onDay === original && giving.hasTimeOf({ ...slot, id: day.id }, row)
  await store.setMoved(ctx, day.id, { ...slot, movedFrom: regular ? null : original })
  await store.endAsking(ctx, day.id)
  await store.dropAsking(ctx, { dayId: day.id })
  return { ...slot, id: day.id }
}

/** Whose day it is keeps it where he has that time too, else it is given in turn or waits; a colleague who was asked of the old time is asked no more. */
export const movePresenceDay = async (ctx: Ctx, id: number, { from, ...to }: To & { from: string }): Promise<Whole> => {
  const seen = await mustBe(ctx, id)
  const time = await workingTimeNow(ctx)
  refuseTime(ctx, to, time)
  await giving.lockPeople(ctx, seen.presenceId)
  if (!(await lockPresence(ctx, seen.presenceId))) throw problem('presence-day-over')
  const before = await lockAhead(ctx, id)
  const row = await presenceById(ctx, before.presenceId)
  const turns = await store.turnsOf(ctx, before.presenceId)
  const day = turns.find((one) => one.id === id)
  if (!row || !day) throw problem('not-found')
  if (Temporal.Instant.compare(before.startsAt, from) !== 0) throw problem('presence-day-changed')
  // Nothing is moved: nobody is told, and who was asked is asked still.
  if (isThereAlready(row, day, to)) return showPresenceDay(ctx, id)
  refuseSecond(ctx, row, turns, id, to)
  const swaps = await store.askedFor(ctx, id)
  await giving.tellingWhose(ctx, id, async () => {
    const moved = await write(ctx, row, day, to)
    const { personId } = before
    const keeps = personId !== null && (await giving.giveTo(ctx, moved, { personId, time }))
    if (!keeps) await giving.giveInTurn(ctx, row.id, moved, time)
    await store.setMovedPerson(ctx, id, personId)
  })
  const after = await mustBe(ctx, id)
  await tellDay(ctx, after, 'moved', { from: before.onDay })
  await writeMoved(ctx, before, after)
  await writeSwapsOver(ctx, swaps, after, before.onDay)
  return showPresenceDay(ctx, id)
}

/** One on which nobody works is held on another day; it is given in turn. */
export const moveClosedDate = async (ctx: Ctx, id: number, { date, ...to }: To & { date: string }): Promise<Whole> => {
  const time = await workingTimeNow(ctx)
  refuseTime(ctx, to, time)
  await giving.lockPeople(ctx, id)
  if (!(await lockPresence(ctx, id))) throw problem('not-found')
  const row = await presenceById(ctx, id)
  if (!row) throw problem('not-found')
  if (!(await giving.closedDates(ctx, row, time)).some(({ onDay }) => onDay === date))
    throw problem('presence-day-changed')
  refuseSecond(ctx, row, await store.turnsOf(ctx, id), null, to)
  const slot = giving.slotOf(to.onDay, { ...row, ...to })
  const made = await store.insertDay(ctx, id, slot, date)
  if (!made) throw problem('presence-day-changed')
  await giving.giveInTurn(ctx, id, { ...slot, id: made.id }, time)
  const after = await mustBe(ctx, made.id)
  await tellDay(ctx, after, 'moved', { from: date })
  await writeMoved(ctx, { ...after, onDay: date, personId: null }, after)
  return showPresenceDay(ctx, made.id)
}

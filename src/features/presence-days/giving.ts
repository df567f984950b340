/** A day is given to someone who has the time then, and takes it: by name, or by turns. */
import { Temporal } from 'temporal-polyfill'
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { sweep } from '#platform/jobs'
import { visitors } from '../centre/roles.ts'
import { findConsultant, freeTime, lockConsultant, takeTime } from '../diaries/diaries.ts'
import { type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import * as days from './days.sql.ts'
import { tellOf } from './one-day.ts'
import * as store from './presence-days.sql.ts'
import { datesOf, inTurn } from './turns.ts'

/** What takes the time, as diaries name it. */
const kind = 'presence-day'
/** So far ahead days are given: who has one can plan, and who comes new waits no year for his turn. */
const daysGiven = 56
type Slot = { id: number; onDay: string; startsAt: string; endsAt: string }
type Held = Slot & { travelMinutes: number }

/** False: something else of his lies there, he is away, or visits no more. Who leaves waits for the same lock (`presenceDaysOpen`). */
export const giveTo = async (ctx: Ctx, { id, startsAt, endsAt, travelMinutes }: Held, personId: number) => {
  await lockConsultant(ctx, personId)
  if (!(await findConsultant(ctx, personId))) return false
  const times = [{ personId, startsAt, endsAt, travelMinutes }]
  const write = async () => {
    await days.setPerson(ctx, id, personId)
    await days.dropAsking(ctx, { dayId: id })
    return id
  }
  return (await takeTime(ctx, { kind, moved: id, times, write })) !== null
}
/** Nobody has it, and it waits with who runs the centre. */
export const giveUp = async (ctx: Ctx, id: number) => {
  await freeTime(ctx, { kind, id })
  await days.setPerson(ctx, id, null)
}
/** Whoever had it left: a colleague who was asked may still say yes. */
export const letGo = async (ctx: Ctx, id: number) => {
  await freeTime(ctx, { kind, id })
  await days.release(ctx, id)
}
export const callOff = async (ctx: Ctx, id: number) => {
  await freeTime(ctx, { kind, id })
  await days.dropAsking(ctx, { dayId: id })
  await days.callOff(ctx, id)
}
export const drop = async (ctx: Ctx, id: number) => {
  await freeTime(ctx, { kind, id })
  await days.dropAsking(ctx, { dayId: id })
  await days.deleteDay(ctx, id)
}

type Presence = Pick<store.PresenceRow, 'id' | 'travelMinutes'>
/** To whose turn it is and who has the time; else it waits with who runs the centre. Who could not is kept with the day. */
export const giveInTurn = async (ctx: Ctx, { id, travelMinutes }: Presence, day: Slot, { offOn }: WorkingTime) => {
  const takers = await store.takersOf(ctx, [id], visitors)
  const turns = (await days.turnsOf(ctx, id)).filter((one) => one.id !== day.id && one.calledOffAt === null)
  const works = takers.filter(({ schoolId }) => !offOn(day.onDay, schoolId))
  const had = works.map(({ personId }) => ({
    personId,
    days: turns.filter((one) => one.personId === personId).map(({ onDay }) => onDay),
  }))
  const passedOver: number[] = []
  for (const personId of inTurn(day.onDay, had)) {
    if (await giveTo(ctx, { ...day, travelMinutes }, personId)) break
    passedOver.push(personId)
  }
  if (passedOver.length === works.length) await giveUp(ctx, day.id)
  await days.setPassedOver(ctx, day.id, passedOver)
}

const slotOf = (on: string, { startsAt, endsAt }: store.PresenceRow) => ({
  onDay: on,
  startsAt: momentOf(on, startsAt).toString(),
  endsAt: momentOf(on, endsAt).toString(),
})
const sameMoment = (one: string, other: string) => Temporal.Instant.compare(one, other) === 0

/** What has to be done about the days ahead: those to take away, those that are missing, those of people who do not work then. */
const toDo = async (ctx: Ctx, row: store.PresenceRow, { offOn }: WorkingTime) => {
  const turns = await days.turnsOf(ctx, row.id)
  // What was called off stays called off, also where it fits no more.
  const ahead = turns.filter(({ onDay, calledOffAt }) => onDay > ctx.today && calledOffAt === null)
  const wanted = datesOf(row, ctx.today, daysAfter(ctx.today, daysGiven)).filter((on) => !offOn(on))
  const fits = (day: (typeof ahead)[number]) =>
    wanted.includes(day.onDay) && sameMoment(day.startsAt, slotOf(day.onDay, row).startsAt)
  const schoolOf = new Map((await store.takersOf(ctx, [row.id], visitors)).map((one) => [one.personId, one.schoolId]))
  const gone = ahead.filter((day) => !fits(day))
  const stay = turns.filter((day) => !gone.includes(day))
  return {
    gone,
    missing: wanted.filter((on) => !stay.some(({ onDay }) => onDay === on)),
    closed: ahead.filter(
      (day) => fits(day) && day.personId !== null && offOn(day.onDay, schoolOf.get(day.personId) ?? null),
    ),
  }
}

/** Gives the days ahead that nobody gave, and takes those away on which nobody works any more. Twice is once. */
export const tend = async (ctx: Ctx, row: store.PresenceRow, time: WorkingTime): Promise<void> => {
  const first = await toDo(ctx, row, time)
  if (first.gone.length + first.missing.length + first.closed.length === 0) return
  if (!(await store.lockPresence(ctx, row.id))) return
  const takers = await store.takersOf(ctx, [row.id], visitors)
  // In the order of their numbers, as whoever takes several people's time does.
  for (const personId of takers.map((one) => one.personId).toSorted((a, b) => a - b))
    await lockConsultant(ctx, personId)
  const { gone, missing, closed } = await toDo(ctx, row, time)
  for (const { id } of gone) await drop(ctx, id)
  for (const on of missing) {
    const slot = slotOf(on, row)
    const made = await days.insertDay(ctx, row.id, slot)
    if (made) await giveInTurn(ctx, row, { ...slot, id: made.id }, time)
  }
  for (const { id, onDay } of closed) await giveInTurn(ctx, row, { ...slotOf(onDay, row), id }, time)
  await tellOf(ctx, row.partnerId)
}

/** No more days there: those ahead are free, what was stays. */
export const endOf = async (ctx: Ctx, row: store.PresenceRow): Promise<void> => {
  for (const day of await days.turnsOf(ctx, row.id))
    if (day.startsAt > ctx.at && day.calledOffAt === null) await drop(ctx, day.id)
  await store.markEnded(ctx, row.id)
  await tellOf(ctx, row.partnerId)
}

export const tendPresences = sweep('presence-days/tend', async (ctx) => {
  for (const row of await store.leftPartners(ctx)) await endOf(ctx, row)
  const rows = await store.allPresences(ctx)
  if (rows.length === 0) return
  const time = await workingTimeNow(ctx)
  for (const row of rows) await tend(ctx, row, time)
})

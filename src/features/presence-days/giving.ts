/** A day is given to someone who has the time then, and takes it: by name, or by turns. */
import { Temporal } from 'temporal-polyfill'
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { sweep } from '#platform/jobs'
import { visitors } from '../centre/roles.ts'
import { findConsultant, freeTime, lockConsultant, takeTime } from '../diaries/diaries.ts'
import { type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import * as days from './days.sql.ts'
import { tellDay, tellOf } from './one-day.ts'
import { weeksGiven } from './presence-days.schema.ts'
import * as store from './presence-days.sql.ts'
import { datesOf, inTurn, isDateOf } from './turns.ts'

/** What takes the time, as diaries name it. */
const kind = 'presence-day'
const daysGiven = 7 * weeksGiven
type Slot = { id: number; onDay: string; startsAt: string; endsAt: string }
type Held = Slot & { travelMinutes: number }
type Taking = { personId: number; time: WorkingTime }

/** False: something else of his lies there, he is away or does not work then, or visits no more. Who leaves waits for the same lock (`presenceDaysOpen`). */
export const giveTo = async (ctx: Ctx, day: Held, { personId, time }: Taking) => {
  const { id, onDay, startsAt, endsAt, travelMinutes } = day
  await lockConsultant(ctx, personId)
  const who = await findConsultant(ctx, personId)
  if (!who || time.offOn(onDay, who.schoolId)) return false
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

/** All who may get a day of it, or have one, in the order of their numbers, before its row: as whoever takes several people's time does. */
export const lockPeople = async (ctx: Ctx, presenceId: number, more: readonly number[] = []) => {
  const takers = (await store.takersOf(ctx, [presenceId], visitors)).map(({ personId }) => personId)
  const have = (await days.turnsOf(ctx, presenceId)).flatMap(({ personId, onDay }) =>
    personId !== null && onDay >= ctx.today ? [personId] : [],
  )
  const all = new Set([...takers, ...have, ...more])
  for (const personId of [...all].toSorted((a, b) => a - b)) await lockConsultant(ctx, personId)
}
/** To whose turn it is and who has the time; else it waits with who runs the centre. Who could not is kept with the day. */
export const giveInTurn = async (ctx: Ctx, presenceId: number, day: Held, time: WorkingTime) => {
  const takers = await store.takersOf(ctx, [presenceId], visitors)
  const turns = (await days.turnsOf(ctx, presenceId)).filter((one) => one.id !== day.id && one.calledOffAt === null)
  const works = takers.filter(({ schoolId }) => !time.offOn(day.onDay, schoolId))
  const had = works.map(({ personId }) => ({
    personId,
    days: turns.filter((one) => one.personId === personId).map(({ onDay }) => onDay),
  }))
  const passedOver: number[] = []
  for (const personId of inTurn(day.onDay, had)) {
    if (await giveTo(ctx, day, { personId, time })) break
    passedOver.push(personId)
  }
  if (passedOver.length === works.length) await giveUp(ctx, day.id)
  await days.setPassedOver(ctx, day.id, passedOver)
}
/** What is done about a day, told where it is somebody else's after. */
export const tellingWhose = async (ctx: Ctx, id: number, act: () => Promise<unknown>): Promise<void> => {
  const before = await days.dayById(ctx, id)
  await act()
  const now = await days.dayById(ctx, id)
  if (!before || before.personId === (now?.personId ?? null)) return
  if (before.personId !== null) await tellDay(ctx, before, 'released')
  if (now && now.personId !== null) await tellDay(ctx, now, 'given', { personId: now.personId })
}

export const slotOf = (on: string, { startsAt, endsAt, travelMinutes }: store.PresenceRow) => ({
  onDay: on,
  startsAt: momentOf(on, startsAt).toString(),
  endsAt: momentOf(on, endsAt).toString(),
  travelMinutes,
})
export const sameMoment = (one: string, other: string) => Temporal.Instant.compare(one, other) === 0
export type Given = Awaited<ReturnType<typeof days.turnsOf>>[number]
export const hasTimeOf = (day: Held, row: store.PresenceRow) => {
  const slot = slotOf(day.onDay, row)
  const same = sameMoment(day.startsAt, slot.startsAt) && sameMoment(day.endsAt, slot.endsAt)
  return same && day.travelMinutes === slot.travelMinutes
}

/** As the regular days have it now; one that was moved has its own hours, and their driving. */
const timesOf = (day: Given, row: store.PresenceRow): Held =>
  day.movedFrom === null
    ? { ...slotOf(day.onDay, row), id: day.id }
    : {
        ...{ id: day.id, onDay: day.onDay, startsAt: day.startsAt, endsAt: day.endsAt },
        travelMinutes: row.travelMinutes,
      }
const hasTimes = (day: Given, row: store.PresenceRow) =>
  day.movedFrom === null ? hasTimeOf(day, row) : day.travelMinutes === row.travelMinutes

/** The date of the regular days that it is given for, on whatever day it lies now. */
export const standsFor = ({ onDay, movedFrom }: Given): string => movedFrom ?? onDay
/** Dates of theirs ahead that have no day, since nobody works then; one that is held on another day has it. */
export const closedDates = async (ctx: Ctx, row: store.PresenceRow, { offOn }: WorkingTime) => {
  const turns = await days.turnsOf(ctx, row.id)
  return datesOf(row, ctx.today, daysAfter(ctx.today, daysGiven)).flatMap((onDay) => {
    const off = offOn(onDay)
    return off && !turns.some((day) => standsFor(day) === onDay) ? [{ onDay, off }] : []
  })
}

/** What has to be done about the days ahead: those to take away, to move, those that are missing, those of people who do not work then. */
const toDo = async (ctx: Ctx, row: store.PresenceRow, { offOn }: WorkingTime) => {
  const turns = await days.turnsOf(ctx, row.id)
  // What was called off stays called off, also where it fits no more.
  const ahead = turns.filter(({ onDay, calledOffAt }) => onDay > ctx.today && calledOffAt === null)
  const wanted = datesOf(row, ctx.today, daysAfter(ctx.today, daysGiven)).filter((on) => !offOn(on))
  const schoolOf = new Map((await store.takersOf(ctx, [row.id], visitors)).map((one) => [one.personId, one.schoolId]))
  // One that was moved keeps its day and hours as long as the date it was moved from is one of theirs, also where nobody works then.
  const stays = ({ onDay, movedFrom }: Given) =>
    movedFrom === null ? wanted.includes(onDay) : isDateOf(row, movedFrom)
  const stay = ahead.filter(stays)
  const fit = stay.filter((day) => hasTimes(day, row))
  const gone = ahead.filter((day) => !stay.includes(day))
  // What goes in the same breath stands for no date any more.
  const stands = turns.filter((day) => !gone.includes(day))
  return {
    gone,
    moved: stay.filter((day) => !fit.includes(day)),
    missing: wanted.filter((on) => !stands.some((day) => day.onDay === on || standsFor(day) === on)),
    closed: fit.filter(({ onDay, personId }) => personId !== null && offOn(onDay, schoolOf.get(personId) ?? null)),
  }
}

/** Other hours or other driving: it stays with who has it where he has that time too. */
const move = async (ctx: Ctx, row: store.PresenceRow, given: Given, time: WorkingTime) => {
  const { id, personId } = given
  const day = timesOf(given, row)
  await days.setTimes(ctx, id, day)
  if (personId !== null && (await giveTo(ctx, day, { personId, time }))) return
  await giveInTurn(ctx, row.id, day, time)
}

/** Gives the days ahead that nobody gave, and takes those away on which nobody works any more. Twice is once. */
export const tend = async (ctx: Ctx, row: store.PresenceRow, time: WorkingTime): Promise<void> => {
  const first = await toDo(ctx, row, time)
  if (Object.values(first).every((part) => part.length === 0)) return
  await lockPeople(ctx, row.id)
  if (!(await store.lockPresence(ctx, row.id))) return
  const { gone, moved, missing, closed } = await toDo(ctx, row, time)
  for (const { id } of gone) await tellingWhose(ctx, id, () => drop(ctx, id))
  for (const day of moved) await tellingWhose(ctx, day.id, () => move(ctx, row, day, time))
  for (const on of missing) {
    const slot = slotOf(on, row)
    const made = await days.insertDay(ctx, row.id, slot)
    if (made) await giveInTurn(ctx, row.id, { ...slot, id: made.id }, time)
  }
  for (const day of closed) await tellingWhose(ctx, day.id, () => giveInTurn(ctx, row.id, day, time))
  await tellOf(ctx, row.partnerId)
}

/** No more days there: those ahead are free, what was stays. Who gives its days this moment is waited for. */
export const endOf = async (ctx: Ctx, row: store.PresenceRow): Promise<void> => {
  if (!(await store.lockPresence(ctx, row.id))) return
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

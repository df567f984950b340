import { daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { sayAll } from '#platform/text/danish'
import * as m from '#texts'
import { showRules } from '../centre/centre.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { type Full, fullness, promisedDays } from '../capacity/capacity.ts'
import {
  type Consultant,
  type Diary,
  freeStarts,
  listDiaries,
  minute,
  type Source,
  drivingBetween,
  type WallClock,
  wallClock,
} from '../diaries/diaries.ts'
import type { FreeSlots, MeetingForm } from './free-slots.schema.ts'
import * as store from './free-slots.sql.ts'
import { heldByOthers } from './holds.sql.ts'
import { factsAbout, reasonFor, stopsOf, whoMayBeAsked } from './fitting.ts'
import { pointsOf } from './points.ts'
import { secondFor } from './seconds.ts'
import { inOrder, type Slot, slotsOf, stopOn } from './slots.ts'

const usualDays = 14
export type Wish = {
  companyId: number
  from?: string | undefined
  days?: number | undefined
  personId?: number | undefined
  every: boolean
  /** What is to be moved: its own time counts as free. */
  except?: Source | undefined
  form?: MeetingForm | undefined
  /** Who comes along. */
  secondId?: number | undefined
  /** Whose field has nothing to do with the company too: to choose someone by name. */
  anyone?: boolean
}

/** Only who visits drives. */
export const drivingTo = (place: Pick<store.Place, 'municipality'>, form: MeetingForm, from: number | null) =>
  form === 'visit' ? drivingBetween(from, place.municipality) : ({ minutes: 0, known: true } as const)

type Sought = {
  span: { from: string; to: string }
  /** Those of them on which someone works. */
  datesFor: (person: Pick<Consultant, 'schoolId'>) => readonly string[]
  length: number
  buffer: number
  at: WallClock
}
/** Who comes along, to what is moved or as chosen, each with the moments at which it would suit. */
const companions = async (ctx: Ctx, place: store.Place, { except, form = 'visit', secondId }: Wish, sought: Sought) => {
  const free = new Map<number, ReadonlySet<number>>()
  const { span, datesFor, length, buffer, at } = sought
  const ids: number[] = secondId === undefined ? [] : [secondId]
  if (except)
    for (const { encounters } of ctx.house.rooms)
      if (encounters) ids.push(...(await encounters.companions(ctx, except)))
  for (const personId of ids)
    for (const person of await listDiaries(ctx, { ...span, personId, except })) {
      const travel = drivingTo(place, form, person.municipality).minutes * minute
      const suits = (date: string) =>
        freeStarts(person, date, { length, travel, buffer, after: ctx.now.epochMilliseconds }, at)
      free.set(personId, new Set(datesFor(person).flatMap(suits)))
    }
  return free
}

/** "Karen er fyldt i uge 10; næste fra uge 11." */
const fullSays = (ctx: Ctx, { name, weeks, nextWeek }: Full): string => {
  const [options, said] = [{ locale: ctx.language }, { name, weeks: sayAll(weeks.map(String), ctx.language) }]
  return nextWeek === null
    ? m.free_slots_full(said, options)
    : m.free_slots_full_next({ ...said, next: nextWeek }, options)
}

type Holds = Awaited<ReturnType<typeof heldByOthers>>
const isHeld = (
  holds: Holds,
  { personId }: Consultant,
  { start, length, travel }: { start: number; length: number; travel: number },
) =>
  holds.some(
    (one) =>
      one.personId === personId &&
      Date.parse(one.from) < start + length + travel &&
      Date.parse(one.to) > start - travel,
  )

/** When each consultant could meet a company: times that fit what is agreed, working hours, what else is taken, absences and driving. */
export const listFreeSlots = async (ctx: Ctx, wish: Wish): Promise<z.infer<typeof FreeSlots>> => {
  const { except, personId, every, form = 'visit' } = wish
  const place = await store.placeOf(ctx, wish.companyId)
  if (!place) throw problem('not-found')
  const at = wallClock()
  const first = wish.from && wish.from > ctx.today ? wish.from : ctx.today
  const days = wish.days ?? Math.max(usualDays, await promisedDays(ctx))
  const dates = Array.from({ length: days }, (_, day) => daysAfter(first, day))
  const [from, to] = [first, daysAfter(first, days)].map((date) => new Date(at(date, '00:00')).toISOString())
  const span = { from: from ?? ctx.at, to: to ?? ctx.at }
  const rules = await showRules(ctx)
  const [length, buffer] = [rules.visitMinutes * minute, rules.bufferMinutes * minute]
  const working = await workingTimeNow(ctx)
  const datesFor = ({ schoolId }: Pick<Consultant, 'schoolId'>) =>
    dates.filter((date) => !working.offOn(date, schoolId))
  const stops = await stopsOf(ctx, { ...span, except })
  const factsOf = await factsAbout(ctx, place)
  const along = [...(await companions(ctx, place, wish, { span, datesFor, length, buffer, at }))]
  const after = ctx.now.epochMilliseconds
  const slotsFor = (person: Consultant & Diary) => {
    const driving = drivingTo(place, form, person.municipality)
    const own = stops.filter((one) => one.personId === person.personId)
    const fits = (start: number) => along.every(([id, free]) => id === person.personId || free.has(start))
    const facts = factsOf(person)
    const why = (date: string) =>
      reasonFor(ctx, { person, place, form, driving, facts, stop: stopOn(own, date, place.municipality) })
    const points = (start: number) => pointsOf(facts, { travelMinutes: driving.minutes, wait: start - after })
    const held = (start: number) => isHeld(holds, person, { start, length, travel: driving.minutes * minute })
    const meeting = { length, after, buffer, driving, every, fits, why, points, held, fitting: facts.fits }
    const freeDates = datesFor(person).filter((date) => !isFull(person.personId, date))
    return slotsOf(person, freeDates, meeting, at)
  }
  const people = await listDiaries(ctx, { ...span, personId, except })
  const holds = await heldByOthers(
    ctx,
    people.map((one) => one.personId),
  )
  // Who was named, and who comes to what is moved, is somebody's choice already.
  const chosen = personId !== undefined || except !== undefined || wish.anyone
  const suited = people.filter((person) => chosen || factsOf(person).fits)
  const { isFull, full } = await fullness(ctx, people, { from: first, days, except })
  const found = suited.map(slotsFor)
  const rows: Slot[] = found.flatMap((one) => one.rows)
  const drivingOf = ({ municipality }: Consultant) => drivingTo(place, form, municipality)
  const worksOn = (person: Consultant, date: string) =>
    !working.offOn(date, person.schoolId) && !isFull(person.personId, date)
  const around = { people, factsOf, drivingOf, worksOn, place, length, after, buffer, at }
  return {
    rows: inOrder(rows).map((row) => (row.place === null ? row : { ...row, second: secondFor(ctx, row, around) })),
    days: found.flatMap((one) => one.days),
    otherFields: people.length - found.length,
    full: full.filter((one) => suited.some(({ personId: id }) => id === one.personId)).map((one) => fullSays(ctx, one)),
    // None of those who fit is free, or none fits: whom one may ask instead.
    ask: rows.length > 0 ? [] : whoMayBeAsked(ctx, place, people, factsOf),
  }
}

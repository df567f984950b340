import { daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { Stop } from '#platform/room'
import { sayAll } from '#platform/text/danish'
import * as m from '#texts'
import { showRules } from '../centre/centre.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { type Full, fullness, promisedDays } from '../capacity/capacity.ts'
import {
  type Consultant,
  type Diary,
  type Driving,
  listDiaries,
  minute,
  type Source,
  drivingBetween,
  formOf,
  type WallClock,
  wallClock,
} from '../diaries/diaries.ts'
import type { FreeSlots } from './free-slots.schema.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import * as store from './free-slots.sql.ts'
import { heldNow } from './held.ts'
import { eachOnce, factsAbout, reasonFor, stopsOf, whoMayBeAsked } from './fitting.ts'
import { type Facts, pointsAt } from './points.ts'
import { secondFor, suiting } from './seconds.ts'
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

/** Who comes along, to what is moved or as chosen. */
const companions = async (ctx: Ctx, { except, secondId }: Wish) => {
  const ids = new Set(secondId === undefined ? [] : [secondId])
  if (except)
    for (const { encounters } of ctx.house.rooms)
      for (const id of encounters ? await encounters.companions(ctx, except) : []) ids.add(id)
  return ids
}

const ofKind = {
  visit: m.free_slots_full_visit,
  online: m.free_slots_full_online,
  phone: m.free_slots_full_phone,
}
/** " med besøg", where there is room for others. */
const whatSays = (ctx: Ctx, form: MeetingForm | null) =>
  form === null ? '' : ` ${ofKind[form]({}, { locale: ctx.language })}`
/** "Karen er fyldt i uge 10; næste fra uge 11." */
const fullSays = (ctx: Ctx, { name, weeks, nextWeek, form }: Full): string => {
  const options = { locale: ctx.language }
  const said = { name, what: whatSays(ctx, form), weeks: sayAll(weeks.map(String), ctx.language) }
  return nextWeek === null
    ? m.free_slots_full(said, options)
    : m.free_slots_full_next({ ...said, next: nextWeek }, options)
}

/** The days looked at, none of them past. */
const daysOf = (ctx: Ctx, { from, days }: Wish & { days: number }, at: WallClock) => {
  const first = from && from > ctx.today ? from : ctx.today
  const start = (date: string) => at.text(at(date, '00:00'))
  return {
    first,
    dates: Array.from({ length: days }, (_, day) => daysAfter(first, day)),
    span: { from: start(first), to: start(daysAfter(first, days)) },
  }
}

type About = {
  place: store.Place
  form: MeetingForm
  stops: readonly Stop[]
  factsOf: (person: Consultant) => Facts
  drivingOf: (person: Consultant) => Driving
  held: (person: Consultant, start: number) => boolean
  length: number
  after: number
  buffer: number
}
/** What is looked for with each of them: driving, points and reasons, each reckoned once where it is the same for all of someone's times. */
const meetings = (ctx: Ctx, { place, form, stops, factsOf, drivingOf, held, length, after, buffer }: About) => {
  const stopsOfEach = Map.groupBy(stops, (stop) => stop.personId)
  return (person: Consultant) => {
    const [driving, facts] = [drivingOf(person), factsOf(person)]
    const points = pointsAt(facts, driving.minutes)
    const own = stopsOfEach.get(person.personId) ?? []
    const whyWith = (stop: Stop | undefined) => reasonFor(ctx, { person, place, form, driving, facts, stop })
    const usually = eachOnce(() => whyWith(undefined))
    return {
      ...{ length, after, buffer, driving, fitting: facts.fits },
      why: (date: string) => {
        const stop = stopOn(own, date, place.municipality)
        return stop ? whyWith(stop) : usually(person)
      },
      points: (start: number) => points(start - after),
      held: (start: number) => held(person, start),
    }
  }
}

type Span = { from: string; to: string; except: Source | undefined }
/** What times are reckoned from, asked together. */
const known = (ctx: Ctx, place: store.Place, span: Span, wish: Wish) =>
  Promise.all([
    showRules(ctx),
    workingTimeNow(ctx),
    factsAbout(ctx, place),
    listDiaries(ctx, span),
    companions(ctx, wish),
    stopsOf(ctx, span),
  ])

/** When each consultant could meet a company: times that fit what is agreed, working hours, what else is taken, absences and driving. */
export const listFreeSlots = async (ctx: Ctx, wish: Wish): Promise<z.infer<typeof FreeSlots>> => {
  const { except, personId, every } = wish
  const form = wish.form ?? (except && (await formOf(ctx, except))) ?? 'visit'
  const place = await store.placeOf(ctx, wish.companyId)
  if (!place) throw problem('not-found')
  const at = wallClock()
  const days = wish.days ?? Math.max(usualDays, await promisedDays(ctx))
  const { first, dates, span } = daysOf(ctx, { ...wish, days }, at)
  const [rules, working, factsOf, people, along, stops] = await known(ctx, place, { ...span, except }, wish)
  const [length, buffer] = [rules.visitMinutes * minute, rules.bufferMinutes * minute]
  const drivingOf = eachOnce(({ municipality }: Consultant) => drivingTo(place, form, municipality))
  const apart = (person: Consultant) => drivingOf(person).minutes * minute + buffer
  const [{ isFull, full }, held] = await Promise.all([
    fullness(ctx, people, { from: first, days, form, except }),
    heldNow(ctx, people, { length, around: apart }),
  ])
  const worksOn = (person: Consultant, date: string) =>
    !working.offOn(date, person.schoolId) && !isFull(person.personId, date)
  const around = {
    people,
    factsOf,
    drivingOf,
    worksOn,
    held,
    place,
    length,
    buffer,
    at,
    after: ctx.now.epochMilliseconds,
  }
  const suits = suiting(
    people.filter((person) => along.has(person.personId)),
    around,
  )
  const meetingOf = meetings(ctx, { ...around, form, stops })
  const slotsFor = (person: Consultant & Diary) => {
    const fits = (start: number) => suits(person, start)
    const open = dates.filter((date) => worksOn(person, date))
    return slotsOf(person, open, { ...meetingOf(person), every, fits }, at)
  }
  const named = people.filter((person) => personId === undefined || person.personId === personId)
  // Who was named, and who comes to what is moved, is somebody's choice already.
  const chosen = personId !== undefined || except !== undefined || wish.anyone
  const suited = named.filter((person) => chosen || factsOf(person).fits)
  const found = suited.map(slotsFor)
  const rows: Slot[] = found.flatMap((one) => one.rows)
  return {
    rows: inOrder(rows).map((row) => (row.place === null ? row : { ...row, second: secondFor(ctx, row, around) })),
    days: found.flatMap((one) => one.days),
    from: first,
    through: daysAfter(first, days - 1),
    otherFields: named.length - found.length,
    full: full.filter((one) => suited.some(({ personId: id }) => id === one.personId)).map((one) => fullSays(ctx, one)),
    // None of those who fit is free, or none fits: whom one may ask instead.
    ask: rows.length > 0 ? [] : whoMayBeAsked(ctx, place, named, factsOf),
  }
}

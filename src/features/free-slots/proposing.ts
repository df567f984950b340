import { daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { Stop } from '#platform/room'
import { sayAll } from '#platform/text/danish'
import { sayMinutes } from '#platform/text/duration.shared'
import * as m from '#texts'
import { showRules } from '../centre/centre.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { type Full, fullness } from '../capacity/capacity.ts'
import {
  type Consultant,
  type Diary,
  type Driving,
  freeStarts,
  listDiaries,
  minute,
  type Source,
  drivingBetween,
  type WallClock,
  wallClock,
} from '../diaries/diaries.ts'
import { municipalityName } from '../official-codes/official-codes.ts'
import type { FreeSlots, MeetingForm } from './free-slots.schema.ts'
import * as store from './free-slots.sql.ts'
import { reaches } from '../enquiries/enquiries.ts'
import { isRelevant } from './relevance.ts'
import { inOrder, type Slot, slotsOf, stopOn } from './slots.ts'

export type Wish = {
  companyId: number
  from?: string | undefined
  days: number
  personId?: number | undefined
  every: boolean
  /** What is to be moved: its own time counts as free. */
  except?: Source | undefined
  form?: MeetingForm | undefined
  /** Whose field has nothing to do with the company too: to choose someone by name. */
  anyone?: boolean
}

/** Only who visits drives. */
export const drivingTo = (place: Pick<store.Place, 'municipality'>, form: MeetingForm, from: number | null) =>
  form === 'visit' ? drivingBetween(from, place.municipality) : ({ minutes: 0, known: true } as const)

/** Whom people have met and where they go, as each room tells it that knows. */
const encountersOf = async (
  ctx: Ctx,
  cvr: string,
  between: { from: string; to: string; except?: Source | undefined },
) => {
  const known = new Set<number>()
  const stops: Stop[] = []
  for (const { metBefore, stops: stopsBetween } of ctx.house.rooms.flatMap(({ encounters }) => encounters ?? [])) {
    for (const personId of await metBefore(ctx, cvr)) known.add(personId)
    stops.push(...(await stopsBetween(ctx, between)))
  }
  return { known, stops }
}

type Sought = {
  span: { from: string; to: string }
  /** Those of them on which someone works. */
  datesFor: (person: Pick<Consultant, 'schoolId'>) => readonly string[]
  length: number
  at: WallClock
}
/** Who comes along to what is moved, each with the moments at which it would suit. */
const companions = async (ctx: Ctx, place: store.Place, { except, form = 'visit' }: Wish, sought: Sought) => {
  const free = new Map<number, ReadonlySet<number>>()
  if (!except) return free
  const { span, datesFor, length, at } = sought
  const ids: number[] = []
  for (const { encounters } of ctx.house.rooms) if (encounters) ids.push(...(await encounters.companions(ctx, except)))
  for (const personId of ids)
    for (const person of await listDiaries(ctx, { ...span, personId, except })) {
      const travel = drivingTo(place, form, person.municipality).minutes * minute
      const suits = (date: string) => freeStarts(person, date, { length, travel, after: ctx.now.epochMilliseconds }, at)
      free.set(personId, new Set(datesFor(person).flatMap(suits)))
    }
  return free
}

/** Who has the company, or stands in, as each room tells it that knows. */
const havers = async (ctx: Ctx, place: store.Place) => {
  const of = { cvr: place.cvr, companyId: place.id }
  const told = await Promise.all(ctx.house.rooms.flatMap(({ fits }) => (fits ? [fits(ctx, of)] : [])))
  return new Set(told.flat().map(({ personId }) => personId))
}
/** Who is proposed when nobody was named: whose field has something to do with the company, and whoever is there already. */
const whoFits = async (ctx: Ctx, place: store.Place, known: ReadonlySet<number>) => {
  const [schools, having] = await Promise.all([reaches(ctx), havers(ctx, place)])
  return ({ personId, schoolId }: Pick<Consultant, 'personId' | 'schoolId'>) =>
    known.has(personId) ||
    having.has(personId) ||
    isRelevant(schools.find((one) => one.schoolId === schoolId)?.fields ?? null, place.industry)
}

type Reasons = {
  person: Consultant
  place: store.Place
  form: MeetingForm
  known: boolean
  stop: Stop | undefined
  driving: Driving
}
const reasonFor = (ctx: Ctx, { person, place, form, known, stop, driving }: Reasons): string => {
  const options = { locale: ctx.language }
  if (known) return m.free_slots_why_before({}, options)
  if (form !== 'visit') return person.knows ?? m.free_slots_why_free({}, options)
  if (stop) return m.free_slots_why_nearby({ town: stop.town ?? municipalityName(stop.municipality) ?? '' }, options)
  const home = municipalityName(person.municipality)
  if (home && person.municipality === place.municipality) return m.free_slots_why_home({ town: home }, options)
  if (person.knows) return person.knows
  return driving.known
    ? m.free_slots_why_travel({ time: sayMinutes(driving.minutes, options) }, options)
    : m.free_slots_why_unknown({ time: sayMinutes(driving.minutes, options) }, options)
}

/** "Karen er fyldt i uge 10; næste fra uge 11." */
const fullSays = (ctx: Ctx, { name, weeks, nextWeek }: Full): string => {
  const [options, said] = [{ locale: ctx.language }, { name, weeks: sayAll(weeks.map(String), ctx.language) }]
  return nextWeek === null
    ? m.free_slots_full(said, options)
    : m.free_slots_full_next({ ...said, next: nextWeek }, options)
}

/** When each consultant could meet a company: times that fit what is agreed, working hours, what else is taken, absences and driving. */
export const listFreeSlots = async (ctx: Ctx, wish: Wish): Promise<z.infer<typeof FreeSlots>> => {
  const { except, personId, every, form = 'visit' } = wish
  const place = await store.placeOf(ctx, wish.companyId)
  if (!place) throw problem('not-found')
  const at = wallClock()
  const first = wish.from && wish.from > ctx.today ? wish.from : ctx.today
  const dates = Array.from({ length: wish.days }, (_, day) => daysAfter(first, day))
  const [from, to] = [first, daysAfter(first, wish.days)].map((date) => new Date(at(date, '00:00')).toISOString())
  const span = { from: from ?? ctx.at, to: to ?? ctx.at }
  const length = (await showRules(ctx)).visitMinutes * minute
  const working = await workingTimeNow(ctx)
  const datesFor = ({ schoolId }: Pick<Consultant, 'schoolId'>) =>
    dates.filter((date) => !working.offOn(date, schoolId))
  const { known, stops } = await encountersOf(ctx, place.cvr, { ...span, except })
  const along = [...(await companions(ctx, place, wish, { span, datesFor, length, at }))]
  const after = ctx.now.epochMilliseconds
  const people = await listDiaries(ctx, { ...span, personId, except })
  // Who was named, and who comes to what is moved, is somebody's choice already.
  const chosen = personId !== undefined || except !== undefined || wish.anyone
  const suits = chosen ? () => true : await whoFits(ctx, place, known)
  const suited = people.filter(suits)
  const { isFull, full } = await fullness(ctx, suited, { from: first, days: wish.days, except })
  const slotsFor = (person: Consultant & Diary) => {
    const driving = drivingTo(place, form, person.municipality)
    const own = stops.filter((one) => one.personId === person.personId)
    const fits = (start: number) => along.every(([id, free]) => id === person.personId || free.has(start))
    const why = (date: string) =>
      reasonFor(ctx, {
        person,
        place,
        form,
        driving,
        known: known.has(person.personId),
        stop: stopOn(own, date, place.municipality),
      })
    const freeDates = datesFor(person).filter((date) => !isFull(person.personId, date))
    return slotsOf(person, freeDates, { length, after, driving, every, fits, why }, at)
  }
  const found = suited.map(slotsFor)
  const rows: Slot[] = found.flatMap((one) => one.rows)
  return {
    rows: inOrder(rows, known, after),
    days: found.flatMap((one) => one.days),
    otherFields: people.length - found.length,
    full: full.map((one) => fullSays(ctx, one)),
  }
}

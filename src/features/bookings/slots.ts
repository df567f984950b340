import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { daysAfter, momentOf, zone } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { DayOfWork, FreeSlot, FreeSlots } from './bookings.schema.ts'
import * as store from '../diaries/diaries.sql.ts'
import { municipalityName, travelMinutes } from '../diaries/travel.ts'

type Slot = z.infer<typeof FreeSlot>
type Day = z.infer<typeof DayOfWork>
type Span = { from: number; to: number }
const minute = 60_000
const iso = (at: number) => new Date(at).toISOString()
const dateAt = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString()
/** ISO: 1 is Monday. */
const weekdayOf = (date: string) => new Date(`${date}T00:00Z`).getUTCDay() || 7

export type Wish = {
  companyId: number
  from?: string | undefined
  days: number
  personId?: number | undefined
  every: boolean
  /** A meeting that is to be moved: its own time counts as free. */
  bookingId?: number | undefined
}

/** Wall-clock starts every half hour, as moments: on a day when the clock jumps too. Remembered, for the reckoning is slow. */
const wallClock = () => {
  const known = new Map<string, number>()
  return (date: string, time: string) => {
    const key = `${date}T${time}`
    const found = known.get(key) ?? momentOf(date, time).epochMilliseconds
    known.set(key, found)
    return found
  }
}
type WallClock = ReturnType<typeof wallClock>

const halfHours = (from: string, to: string) => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const starts: string[] = []
  for (let at = Math.ceil(minutes(from) / 30) * 30; at < minutes(to); at += 30)
    starts.push(`${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
  return starts
}

/** One consultant's diary, as far as slots go. `travel` is to the company that asks. */
type Diary = store.Consultant & {
  travel: number
  hours: store.HoursRow[]
  taken: (store.Taken & { date: string })[]
  away: store.AbsenceRow[]
}

const spansTaken = (diary: Diary): Span[] => [
  ...diary.taken.map((one) => ({
    from: Date.parse(one.startsAt) - one.travelMinutes * minute,
    to: Date.parse(one.endsAt) + one.travelMinutes * minute,
  })),
  ...diary.away.map((one) => ({ from: Date.parse(one.startsAt), to: Date.parse(one.endsAt) })),
]

/** Starts on one day when the visit and its driving fit into working hours and nothing else lies there. */
const freeStarts = (diary: Diary, date: string, length: number, after: number, at: WallClock): number[] => {
  const weekday = weekdayOf(date)
  const spans = spansTaken(diary)
  const found = new Set<number>()
  for (const { fromTime, toTime } of diary.hours.filter((one) => one.weekday === weekday)) {
    const [opens, closes] = [at(date, fromTime), at(date, toTime)]
    for (const time of halfHours(fromTime, toTime)) {
      const start = at(date, time)
      const [from, to] = [start - diary.travel * minute, start + length + diary.travel * minute]
      if (start <= after || from < opens || to > closes) continue
      if (!spans.some((span) => span.from < to && from < span.to)) found.add(start)
    }
  }
  return [...found].toSorted((a, b) => a - b)
}

/** At most one proposal before noon and one after. */
const oneOrTwo = (starts: number[], noon: number) =>
  [starts.find((start) => start < noon), starts.find((start) => start >= noon)].filter((start) => start !== undefined)

const reasonFor = (
  ctx: Ctx,
  diary: Diary,
  place: store.Place,
  before: boolean,
  sameDay: Diary['taken'][number] | undefined,
): string => {
  const options = { locale: ctx.language }
  if (before) return m.bookings_why_before({}, options)
  if (sameDay)
    return m.bookings_why_nearby({ town: sameDay.town ?? municipalityName(sameDay.municipality) ?? '' }, options)
  if (diary.knows) return diary.knows
  const home = municipalityName(diary.municipality)
  if (home && diary.municipality === place.municipality) return m.bookings_why_home({ town: home }, options)
  return m.bookings_why_travel({ minutes: diary.travel }, options)
}

const diaries = async (ctx: Ctx, place: store.Place, wish: Wish, from: string, to: string): Promise<Diary[]> => {
  const people = await store.consultants(ctx, { personId: wish.personId })
  const ids = people.map((one) => one.personId)
  const hours = await store.workingHours(ctx, ids)
  const taken = await store.takenTimes(ctx, ids, from, to, wish.bookingId)
  const away = await store.absences(ctx, ids, from, to)
  const dated = taken.map((row) => ({ ...row, date: dateAt(row.startsAt) }))
  return people
    .map((one) => ({
      ...one,
      travel: travelMinutes(one.municipality, place.municipality),
      hours: hours.filter((row) => row.personId === one.personId),
      taken: dated.filter((row) => row.personId === one.personId),
      away: away.filter((row) => row.personId === one.personId),
    }))
    .filter((one) => one.hours.length > 0)
}

const dayOf = (diary: Diary, date: string, at: WallClock): Day => {
  const weekday = weekdayOf(date)
  const hours = diary.hours.filter((one) => one.weekday === weekday)
  const [from, to] = [
    Math.min(...hours.map((one) => at(date, one.fromTime))),
    Math.max(...hours.map((one) => at(date, one.toTime))),
  ]
  const busy = [
    ...diary.taken.flatMap((one) => {
      const [start, end] = [Date.parse(one.startsAt), Date.parse(one.endsAt)]
      const drive = one.travelMinutes * minute
      return [
        { from: start - drive, to: start, kind: 'travel' as const },
        { from: start, to: end, kind: 'busy' as const },
        { from: end, to: end + drive, kind: 'travel' as const },
      ]
    }),
    ...diary.away.map((one) => ({ from: Date.parse(one.startsAt), to: Date.parse(one.endsAt), kind: 'busy' as const })),
  ]
  const seen = busy
    .filter((one) => one.from < to && one.to > from && one.from < one.to)
    .toSorted((a, b) => a.from - b.from)
  return {
    personId: diary.personId,
    date,
    from: iso(from),
    to: iso(to),
    busy: seen.map((one) => ({ from: iso(one.from), to: iso(one.to), kind: one.kind })),
  }
}

/** The nearest soon: a day later weighs as much as ten minutes of driving, knowing the company as two days. */
const bestOf = (slots: Slot[], known: Set<number>, now: number) => {
  const weight = (slot: Slot) =>
    slot.travelMinutes +
    (10 * (Date.parse(slot.startsAt) - now)) / (24 * 60 * minute) -
    (known.has(slot.personId) ? 20 : 0)
  const weighed = slots.map((slot) => ({ slot, weight: weight(slot) }))
  return weighed.toSorted((a, b) => a.weight - b.weight)[0]?.slot
}

/** When each consultant could visit a company: times that fit working hours, other meetings, absences and driving. */
export const listFreeSlots = async (ctx: Ctx, wish: Wish): Promise<z.infer<typeof FreeSlots>> => {
  const place = await store.placeOf(ctx, wish.companyId)
  if (!place) throw problem('not-found')
  const at = wallClock()
  const first = wish.from && wish.from > ctx.today ? wish.from : ctx.today
  const dates = Array.from({ length: wish.days }, (_, day) => daysAfter(first, day))
  const [from, to] = [iso(at(first, '00:00')), iso(at(daysAfter(first, wish.days), '00:00'))]
  const length = (await store.visitMinutes(ctx)) * minute
  const known = await store.visitorsBefore(ctx, place.cvr)
  const rows: Slot[] = []
  const days: Day[] = []
  for (const diary of await diaries(ctx, place, wish, from, to)) {
    for (const date of dates) {
      const starts = freeStarts(diary, date, length, ctx.now.epochMilliseconds, at)
      if (starts.length === 0) continue
      const sameDay = diary.taken.find((one) => one.municipality === place.municipality && one.date === date)
      const why = reasonFor(ctx, diary, place, known.has(diary.personId), sameDay)
      const chosen = wish.every ? starts : oneOrTwo(starts, at(date, '12:30'))
      for (const start of chosen)
        rows.push({
          personId: diary.personId,
          name: diary.name,
          school: diary.school,
          startsAt: iso(start),
          endsAt: iso(start + length),
          travelMinutes: diary.travel,
          why,
          proposed: false,
        })
      days.push(dayOf(diary, date, at))
    }
  }
  rows.sort(
    (a, b) => a.startsAt.localeCompare(b.startsAt) || a.travelMinutes - b.travelMinutes || a.personId - b.personId,
  )
  const best = bestOf(rows, known, ctx.now.epochMilliseconds)
  return { rows: rows.map((row) => ({ ...row, proposed: row === best })), days }
}

/** Does a visit lie inside the consultant's working hours that day? */
export const insideHours = (hours: store.HoursRow[], startsAt: string, endsAt: string): boolean => {
  const date = dateAt(startsAt)
  const weekday = weekdayOf(date)
  return hours.some(
    (one) =>
      one.weekday === weekday &&
      momentOf(date, one.fromTime).epochMilliseconds <= Date.parse(startsAt) &&
      momentOf(date, one.toTime).epochMilliseconds >= Date.parse(endsAt),
  )
}

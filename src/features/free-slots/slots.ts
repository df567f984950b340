/** Which of someone's free times are proposed for a meeting, and in which order. Knows no statement: what it reckons with is given. */
import type { z } from '#platform/endpoint'
import { dateAt, dayOfWork, type Diary, type Driving, freeStarts, minute, type WallClock } from '../diaries/diaries.ts'
import type { DayOfWork } from '../diaries/diaries.schema.ts'
import type { FreeSlot } from './free-slots.schema.ts'

export type Slot = z.infer<typeof FreeSlot>
type Day = z.infer<typeof DayOfWork>
type Person = Diary & { personId: number; name: string; school: string | null }

const iso = (at: number) => new Date(at).toISOString()

/** At most one before noon and one after. */
const oneOrTwo = (starts: readonly number[], noon: number) =>
  [starts.find((start) => start < noon), starts.find((start) => start >= noon)].filter((start) => start !== undefined)

export type Meeting = {
  /** Milliseconds. */
  length: number
  after: number
  driving: Driving
  /** Every free start, not only one or two a day. */
  every: boolean
  /** Whether all who come along can too. */
  fits?: (start: number) => boolean
  /** Why this one, on a day. */
  why: (date: string) => string
}

/** One person's slots on some days, and these days as they look. */
export const slotsOf = (person: Person, dates: readonly string[], meeting: Meeting, at: WallClock) => {
  const { personId, name, school } = person
  const { length, after, driving, fits = () => true } = meeting
  const rows: Slot[] = []
  const days: Day[] = []
  for (const date of dates) {
    const starts = freeStarts(person, date, { length, after, travel: driving.minutes * minute }, at).filter(fits)
    if (starts.length === 0) continue
    const why = meeting.why(date)
    for (const start of meeting.every ? starts : oneOrTwo(starts, at(date, '12:30')))
      rows.push({
        personId,
        name,
        school,
        startsAt: iso(start),
        endsAt: iso(start + length),
        ...{ travelMinutes: driving.minutes, travelKnown: driving.known },
        why,
        proposed: false,
      })
    const day = dayOfWork(person, date, at)
    const busy = day.busy.map((one) => ({ from: iso(one.from), to: iso(one.to), kind: one.kind }))
    days.push({ personId, date, from: iso(day.from), to: iso(day.to), busy })
  }
  return { rows, days }
}

/** The nearest soon: a day later weighs as much as ten minutes of driving, knowing the company as two days. */
const bestOf = (slots: readonly Slot[], known: ReadonlySet<number>, now: number) => {
  const weight = (slot: Slot) =>
    slot.travelMinutes +
    (10 * (Date.parse(slot.startsAt) - now)) / (24 * 60 * minute) -
    (known.has(slot.personId) ? 20 : 0)
  const weighed = slots.map((slot) => ({ slot, weight: weight(slot) }))
  return weighed.toSorted((a, b) => a.weight - b.weight)[0]?.slot
}

/** By time, then by driving; the one to offer first is marked. */
export const inOrder = (slots: readonly Slot[], known: ReadonlySet<number>, now: number): Slot[] => {
  const rows = slots.toSorted(
    (a, b) => a.startsAt.localeCompare(b.startsAt) || a.travelMinutes - b.travelMinutes || a.personId - b.personId,
  )
  const best = bestOf(rows, known, now)
  return rows.map((row) => ({ ...row, proposed: row === best }))
}

/** Where someone is on that day anyway. */
export const stopOn = <Stop extends { startsAt: string; municipality: number | null }>(
  stops: readonly Stop[],
  date: string,
  municipality: number | null,
): Stop | undefined =>
  stops.find((one) => one.municipality === municipality && dateAt(Date.parse(one.startsAt)) === date)

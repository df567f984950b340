/** Which of someone's free times are proposed for a meeting, and in which order. Knows no statement: what it reckons with is given. */
import type { z } from '#platform/endpoint'
import { dateAt, dayOfWork, type Diary, type Driving, freeStarts, minute, type WallClock } from '../diaries/diaries.ts'
import type { DayOfWork } from '../diaries/diaries.schema.ts'
import type { FreeSlot } from './free-slots.schema.ts'
import { type Points, sumOf } from './points.ts'

export type Slot = z.infer<typeof FreeSlot>
type Day = z.infer<typeof DayOfWork>
type Person = Diary & { personId: number; name: string; school: string | null }

/** At most one before noon and one after. */
const oneOrTwo = (starts: readonly number[], noon: number) =>
  [starts.find((start) => start < noon), starts.find((start) => start >= noon)].filter((start) => start !== undefined)

export type Meeting = {
  /** Milliseconds. */
  length: number
  after: number
  /** Kept free to what else is taken. */
  buffer?: number
  driving: Driving
  /** Every free start, not only one or two a day. */
  every: boolean
  /** Whether all who come along can too. */
  fits?: (start: number) => boolean
  /** Why this one, on a day. */
  why: (date: string) => string
  /** What speaks for a start. */
  points: (start: number) => Points[]
  /** Whether somebody else speaks about it. */
  held: (start: number) => boolean
  /** Whether his field has something to do with the company. */
  fitting: boolean
}

/** One person's slots on some days, and these days as they look. */
export const slotsOf = (person: Person, dates: readonly string[], meeting: Meeting, at: WallClock) => {
  const { personId, name, school } = person
  const { length, after, buffer = 0, driving, fits = () => true } = meeting
  const rows: Slot[] = []
  const days: Day[] = []
  for (const date of dates) {
    const starts = freeStarts(person, date, { length, after, buffer, travel: driving.minutes * minute }, at).filter(
      fits,
    )
    if (starts.length === 0) continue
    const why = meeting.why(date)
    for (const start of meeting.every ? starts : oneOrTwo(starts, at(date, '12:30')))
      rows.push({
        personId,
        name,
        school,
        startsAt: at.text(start),
        endsAt: at.text(start + length),
        ...{ travelMinutes: driving.minutes, travelKnown: driving.known },
        why,
        ...{
          fits: meeting.fitting,
          points: meeting.points(start),
          place: null,
          proposed: false,
          second: null,
          held: meeting.held(start),
        },
      })
    const day = dayOfWork(person, date, at)
    const busy = day.busy.map(({ from, to, kind }) => ({ from: at.text(from), to: at.text(to), kind }))
    days.push({ personId, date, from: at.text(day.from), to: at.text(day.to), busy })
  }
  return { rows, days }
}

/** So many are told apart from the rest. */
const most = 5
/** The best by points; of equal ones the earlier, then whoever drives less. Of one person's day only the best is told apart. */
const bestOf = (rows: readonly Slot[]) => {
  const free = rows.filter(({ held }) => !held).map((slot) => ({ slot, sum: sumOf(slot.points) }))
  const days = new Set<string>()
  const best: Slot[] = []
  for (const { slot } of free.toSorted((one, other) => other.sum - one.sum)) {
    // Which day it is costs more than all else here: asked of few.
    const day = `${slot.personId} ${dateAt(Date.parse(slot.startsAt))}`
    if (days.has(day)) continue
    days.add(day)
    best.push(slot)
    if (best.length === most) break
  }
  return best
}

/** Moments of one form, compared as text without a language. */
const earlier = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
/** By time, then by driving; the five best are told, and the one to offer first. */
export const inOrder = (slots: readonly Slot[]): Slot[] => {
  const rows = slots.toSorted(
    (a, b) => earlier(a.startsAt, b.startsAt) || a.travelMinutes - b.travelMinutes || a.personId - b.personId,
  )
  const best = bestOf(rows)
  return rows.map((row) => {
    const place = best.indexOf(row) + 1
    return place === 0 ? row : { ...row, place, proposed: place === 1 }
  })
}

/** Where someone is on that day anyway. */
export const stopOn = <Stop extends { startsAt: string; municipality: number | null }>(
  stops: readonly Stop[],
  date: string,
  municipality: number | null,
): Stop | undefined =>
  stops.find((one) => one.municipality === municipality && dateAt(Date.parse(one.startsAt)) === date)

/** When someone could come: working hours without what is taken, on the Danish wall clock, also on the days when it jumps. */
import { Temporal } from 'temporal-polyfill'
import { momentOf, zone } from '#platform/clock'

/** ISO weekday, 1 is Monday; wall-clock times. */
export type Hours = { weekday: number; from: string; to: string }
/** Moments, in milliseconds. */
export type Span = { from: number; to: number }
/** One person's diary as far as free times go: what is taken has its driving in it, `travel` of it at each end. */
export type Diary = { hours: readonly Hours[]; taken: readonly (Span & { travel: number })[]; away: readonly Span[] }

export const minute = 60_000
export const dateAt = (moment: number) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString()
const weekdayOf = (date: string) => new Date(`${date}T00:00Z`).getUTCDay() || 7
const hoursOn = ({ hours }: Pick<Diary, 'hours'>, date: string) => {
  const day = weekdayOf(date)
  return hours.filter(({ weekday }) => weekday === day)
}

/** The Danish wall clock. What it was asked is remembered while it is held, for the reckoning is slow and people's days are alike. */
export type WallClock = {
  /** A wall-clock time as a moment. */
  (date: string, time: string): number
  /** The half hours from one wall-clock time until before another: each moment once, in order. */
  halfHours: (date: string, from: string, to: string) => readonly number[]
  /** A moment as text. */
  text: (moment: number) => string
}
const remembered = <Key, Value>(reckon: (key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return (key: Key): Value => {
    const there = known.get(key)
    if (there !== undefined) return there
    const found = reckon(key)
    known.set(key, found)
    return found
  }
}
export const wallClock = (): WallClock => {
  const moment = remembered((key: string) => momentOf(key.slice(0, 10), key.slice(11)).epochMilliseconds)
  const at = (date: string, time: string) => moment(`${date}T${time}`)
  const stretch = remembered((key: string) => {
    const [date = '', from = '', to = ''] = key.split(' ')
    return [...new Set(halfHours(from, to).map((time) => at(date, time)))].toSorted((a, b) => a - b)
  })
  return Object.assign(at, {
    halfHours: (date: string, from: string, to: string) => stretch(`${date} ${from} ${to}`),
    text: remembered((of: number) => new Date(of).toISOString()),
  })
}

const halfHours = (from: string, to: string) => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const starts: string[] = []
  for (let at = Math.ceil(minutes(from) / 30) * 30; at < minutes(to); at += 30)
    starts.push(`${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
  return starts
}

const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to
const widened = ({ from, to }: Span, by: number): Span => ({ from: from - by, to: to + by })

/** What is looked for: its length, the driving at each end and the time kept free to what else is taken, in milliseconds, and the moment after which it must begin. */
export type Sought = { length: number; travel: number; after: number; buffer?: number }

/** Half hours of one day at which it fits into the working hours, driving included, and nothing else lies there. */
export const freeStarts = (
  diary: Diary,
  date: string,
  { length, travel, after, buffer = 0 }: Sought,
  at: WallClock,
): number[] => {
  const stretches = hoursOn(diary, date).map(({ from, to }) => {
    const open = { from: at(date, from), to: at(date, to) }
    // Nearly all of a diary lies on other days.
    const taken = diary.taken.filter((span) => overlap(span, widened(open, buffer)))
    const away = diary.away.filter((span) => overlap(span, open))
    return at.halfHours(date, from, to).filter((start) => {
      const needed = { from: start - travel, to: start + length + travel }
      if (start <= after || needed.from < open.from || needed.to > open.to) return false
      const apart = widened(needed, buffer)
      return !taken.some((span) => overlap(span, apart)) && !away.some((span) => overlap(span, needed))
    })
  })
  const [only = [], ...more] = stretches
  return more.length === 0 ? only : [...new Set(stretches.flat())].toSorted((a, b) => a - b)
}

/** How many still fit into a day one after another, so many at most. */
export const fitsInto = (diary: Diary, date: string, { most, ...sought }: Sought & { most: number }, at: WallClock) => {
  let count = 0
  let next = -Infinity
  for (const start of freeStarts(diary, date, sought, at)) {
    if (count >= most) break
    if (start < next) continue
    count++
    next = start + sought.length + 2 * sought.travel + (sought.buffer ?? 0)
  }
  return count
}

/** Does it lie inside the working hours of its day? Driving may lie outside. */
export const insideHours = (hours: readonly Hours[], { from, to }: Span): boolean => {
  const date = dateAt(from)
  const at = (time: string) => momentOf(date, time).epochMilliseconds
  return hoursOn({ hours }, date).some((one) => at(one.from) <= from && at(one.to) >= to)
}

/** A day of work: when it begins and ends, and what lies in it; never what it is. */
export const dayOfWork = (diary: Diary, date: string, at: WallClock) => {
  const hours = hoursOn(diary, date)
  const day = {
    from: Math.min(...hours.map((one) => at(date, one.from))),
    to: Math.max(...hours.map((one) => at(date, one.to))),
  }
  const busy = [
    ...diary.taken.flatMap(({ from, to, travel }) => [
      { from, to: from + travel, kind: 'travel' as const },
      { from: from + travel, to: to - travel, kind: 'busy' as const },
      { from: to - travel, to, kind: 'travel' as const },
    ]),
    ...diary.away.map((one) => ({ ...one, kind: 'busy' as const })),
  ]
  return {
    ...day,
    busy: busy.filter((one) => overlap(one, day) && one.from < one.to).toSorted((a, b) => a.from - b.from),
  }
}

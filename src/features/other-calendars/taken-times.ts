/** When a calendar says that somebody is busy. Pure; whatever stands in the file, it ends, and a broken event costs that event alone. */
import ICAL from 'ical.js'
import { entriesIn, ownUid } from './calendar-entries.ts'
import { repeats, type Series } from './repeating.ts'
import { type Moments, momentsBy, type Wall, wallOf } from './wall-times.ts'

/** Moments, in milliseconds. */
export type Span = { from: number; to: number }
export type TakenTimes = {
  spans: Span[]
  /** What carries the number of a meeting of ours, maybe: it came back from here. */
  own: (Span & { uid: string })[]
  /** Events that could not be read, and those that repeat more often than anyone's day does. */
  leftOut: number
  /** What the calendar is called. */
  name: string
}
export type NotTaken = { problem: 'not-a-calendar' | 'too-many' }

/** More than any half year holds. */
const mostSpans = 5000
const day = 24 * 3_600_000

type Point = { wall: Wall; at: number; isDate: boolean }
type Value = { time: ICAL.Time; zone: string | undefined }
const valuesOf = (event: ICAL.Component, name: string): Value[] =>
  event.getAllProperties(name).flatMap((property) =>
    property.getValues().flatMap((value: unknown) => {
      const time = value instanceof ICAL.Period ? value.start : value
      if (!(time instanceof ICAL.Time) || !time.year) return []
      const isUtc = time.zone === ICAL.Timezone.utcTimezone
      return [{ time, zone: isUtc ? 'UTC' : property.getFirstParameter('tzid') || undefined }]
    }),
  )

const isFree = (event: ICAL.Component): boolean => {
  const says = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase()
  return (
    says('status') === 'CANCELLED' ||
    says('transp') === 'TRANSPARENT' ||
    ['FREE', 'WORKINGELSEWHERE'].includes(says('x-microsoft-cdo-busystatus'))
  )
}

/** The length of one occurrence: on the clock for whole days, else in time. */
const lengthOf = (event: ICAL.Component, start: Point, moments: Moments): number => {
  const [end] = valuesOf(event, 'dtend')
  if (end) return (start.isDate ? wallOf(end.time) - start.wall : moments(wallOf(end.time), end.zone) - start.at) || 0
  const duration: unknown = event.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000
  return start.isDate ? day : 0
}

type Replaced = ReadonlyMap<string, ReadonlySet<string>>
const keyOf = ({ wall, at, isDate }: Point) => (isDate ? `day ${Math.floor(wall / day)}` : `at ${at}`)
const keysOf = (point: Point) => [keyOf(point), keyOf({ ...point, isDate: true })]

/** Null: of none, or of one that nobody can read; such an event is left out when its turn comes. */
const insteadOf = (event: ICAL.Component): Value | null => {
  try {
    return valuesOf(event, 'recurrence-id')[0] ?? null
  } catch {
    return null
  }
}
/** Which occurrences of which series have an event of their own. */
const replacedIn = (events: readonly ICAL.Component[], pointOf: (value: Value) => Point): Replaced => {
  const found = new Map<string, Set<string>>()
  for (const event of events) {
    const instead = insteadOf(event)
    if (!instead) continue
    const uid = String(event.getFirstPropertyValue('uid') ?? '')
    found.set(uid, (found.get(uid) ?? new Set()).add(keyOf(pointOf(instead))))
  }
  return found
}

type Reading = {
  window: Span
  moments: Moments
  pointOf: (value: Value) => Point
  replaced: Replaced
  spent: { steps: number }
}

/** The occurrences of one event inside the window; `whole`: false, it repeats on and on. */
const occurrencesOf = (event: ICAL.Component, { window, moments, pointOf, replaced, spent }: Reading) => {
  const [first] = valuesOf(event, 'dtstart')
  if (!first) throw new Error('It begins at no time.')
  const start = pointOf(first)
  const length = lengthOf(event, start, moments)
  const spanOf = (point: Point): Span => ({
    from: point.at,
    // A whole day ends when the next one begins, also when the clock jumps in it.
    to: point.isDate ? moments(point.wall + length, first.zone) : point.at + length,
  })
  const isOwn = valuesOf(event, 'recurrence-id').length > 0
  const series: Series = {
    rules: isOwn ? [] : event.getAllProperties('rrule').flatMap((property) => property.getValues()),
    start: first.time,
    // A day on either side: the window is of moments, the series of wall clocks.
    window: { from: window.from - length - 2 * day, to: window.to + 2 * day },
    untilOf: (until) => moments(wallOf(until), until.zone === ICAL.Timezone.utcTimezone ? 'UTC' : first.zone),
    momentOf: (wall) => moments(wall, first.zone),
    spent,
  }
  const { walls, whole } = repeats(series)
  const points = [
    ...walls.map((wall) => ({ wall, at: moments(wall, first.zone), isDate: start.isDate })),
    ...(isOwn ? [] : valuesOf(event, 'rdate').map(pointOf)),
  ]
  const uid = String(event.getFirstPropertyValue('uid') ?? '')
  const not = new Set([
    ...valuesOf(event, 'exdate').map((value) => keyOf(pointOf(value))),
    ...(isOwn ? [] : (replaced.get(uid) ?? [])),
  ])
  const spans = points
    .filter((point) => !keysOf(point).some((key) => not.has(key)))
    .map(spanOf)
    .filter((span) => span.to > span.from && span.to > window.from && span.from < window.to)
  return { spans, whole, own: ownUid(uid) }
}

/** Overlapping and touching ones are one. */
export const joined = (spans: readonly Span[]): Span[] => {
  const found: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else found.push({ ...span })
  }
  return found
}

/** `texts`: one file, or the many of a calendar server. `window`: from when to when. */
export const takenIn = (texts: readonly string[], window: Span): TakenTimes | NotTaken => {
  const entries = entriesIn(texts, { from: window.from - 3 * day, to: window.to + 3 * day })
  if (!entries) return { problem: 'not-a-calendar' }
  const moments = momentsBy(entries.zones)
  const pointOf = ({ time, zone }: Value): Point => {
    const wall = wallOf(time)
    return { wall, at: moments(wall, zone), isDate: time.isDate }
  }
  const reading = { window, moments, pointOf, replaced: replacedIn(entries.events, pointOf), spent: { steps: 0 } }
  const taken: TakenTimes = { spans: [], own: [], leftOut: entries.broken, name: entries.name }
  for (const event of entries.events) {
    try {
      if (isFree(event)) continue
      const { spans, whole, own } = occurrencesOf(event, reading)
      if (!whole) taken.leftOut += 1
      if (own === null) taken.spans.push(...spans)
      else taken.own.push(...spans.map((span) => ({ ...span, uid: own })))
    } catch {
      taken.leftOut += 1
    }
  }
  taken.spans = joined(taken.spans)
  return taken.spans.length + taken.own.length > mostSpans ? { problem: 'too-many' } : taken
}

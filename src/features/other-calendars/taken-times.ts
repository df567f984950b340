/** When a calendar says that somebody is busy. Pure; whatever stands in the file, it ends, and a broken event costs that event alone. */
import ICAL from 'ical.js'
import { entriesIn, isFree, ownUid } from './calendar-entries.ts'
import { repeats, type Series } from './repeating.ts'
import { type Moments, momentsBy, type Wall, wallOf } from './wall-times.ts'
import { mostTimes } from './other-calendars.schema.ts'

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

/** The length of one occurrence: on the clock for whole days, else in time. */
const lengthOf = (event: ICAL.Component, start: Point, moments: Moments): number => {
  const [end] = valuesOf(event, 'dtend')
  if (end) return (start.isDate ? wallOf(end.time) - start.wall : moments(wallOf(end.time), end.zone) - start.at) || 0
  const duration: unknown = event.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000
  return start.isDate ? day : 0
}

/** From one occurrence on the series goes on otherwise (RFC 5545, RANGE=THISANDFUTURE): as this one does. */
type Onwards = { at: Point; start: Point; length: number; isFree: boolean }
/** The same by the series' own clock: so much later or earlier, so long. */
type Piece = { from: number; shift: number; length: number; isFree: boolean }
type Instead = { keys: Set<string>; onwards: Onwards[] }
const keyOf = ({ wall, at, isDate }: Point) => (isDate ? `day ${Math.floor(wall / day)}` : `at ${at}`)
const keysOf = (point: Point) => [keyOf(point), keyOf({ ...point, isDate: true })]

const uidOf = (event: ICAL.Component) => String(event.getFirstPropertyValue('uid') ?? '')
/** Null also of what nobody can read; such an event is left out when its turn comes. */
const readable = <Read>(read: () => Read | null): Read | null => {
  try {
    return read()
  } catch {
    return null
  }
}
type Owned = { moments: Moments; pointOf: (value: Value) => Point; owner: ReadonlySet<string> }
const onwardsOf = (event: ICAL.Component, at: Point, { moments, pointOf, owner }: Owned): Onwards | null => {
  if (event.getFirstProperty('recurrence-id')?.getFirstParameter('range') !== 'THISANDFUTURE') return null
  const [start] = valuesOf(event, 'dtstart').map(pointOf)
  return start ? { at, start, length: lengthOf(event, start, moments), isFree: isFree(event, owner) } : null
}
/** Which occurrences of which series have an event of their own, and from which on the series is another. */
const insteadIn = (events: readonly ICAL.Component[], owned: Owned): ReadonlyMap<string, Instead> => {
  const found = new Map<string, Instead>()
  for (const event of events) {
    const instead = readable(() => valuesOf(event, 'recurrence-id')[0] ?? null)
    if (!instead) continue
    const uid = uidOf(event)
    const point = owned.pointOf(instead)
    const known = found.get(uid) ?? { keys: new Set(), onwards: [] }
    const onwards = readable(() => onwardsOf(event, point, owned))
    if (onwards) known.onwards.push(onwards)
    known.keys.add(keyOf(point))
    found.set(uid, known)
  }
  return found
}

type Reading = Owned & {
  window: Span
  instead: ReadonlyMap<string, Instead>
  spent: { steps: number }
}

/** What a clock shows at a moment. */
const wallAt = (at: number, zone: string | undefined, moments: Moments): Wall => {
  const near = 2 * at - moments(at, zone)
  return at + near - moments(near, zone)
}
/** A day means that day's occurrence; a moment may be written by any clock, and is the same. */
const pieceOf = ({ at, start, ...rest }: Onwards, series: Point, zone: string | undefined, moments: Moments): Piece => {
  const wallOfPoint = (point: Point) => (point.isDate ? point.wall : wallAt(point.at, zone, moments))
  const wall = at.isDate ? at.wall + (series.wall % day) : wallOfPoint(at)
  return { ...rest, from: moments(wall, zone), shift: wallOfPoint(start) - wall }
}

/** The occurrences of one event inside the window; `whole`: false, it repeats on and on. */
const occurrencesOf = (event: ICAL.Component, { window, moments, pointOf, owner, instead, spent }: Reading) => {
  const [first] = valuesOf(event, 'dtstart')
  if (!first) throw new Error('It begins at no time.')
  const start = pointOf(first)
  const ownLength = lengthOf(event, start, moments)
  const isOwn = valuesOf(event, 'recurrence-id').length > 0
  const replaced = isOwn ? undefined : instead.get(uidOf(event))
  const asBegun: Piece = { from: -Infinity, shift: 0, length: ownLength, isFree: isFree(event, owner) }
  const others = (replaced?.onwards ?? []).map((one) => pieceOf(one, start, first.zone, moments))
  const pieces = [asBegun, ...others].toSorted((one, other) => one.from - other.from)
  if (pieces.every((piece) => piece.isFree)) return { spans: [], whole: true, own: null }
  const spanOf = (point: Point): Span[] => {
    const { shift, length, ...piece } = pieces.findLast(({ from }) => point.at >= from) ?? asBegun
    if (piece.isFree) return []
    const from = shift === 0 ? point.at : moments(point.wall + shift, first.zone)
    // A whole day ends when the next one begins, also when the clock jumps in it.
    return [{ from, to: point.isDate ? moments(point.wall + shift + length, first.zone) : from + length }]
  }
  const longest = Math.max(...pieces.map(({ length }) => length))
  const shifts = pieces.map(({ shift }) => shift)
  const series: Series = {
    rules: isOwn ? [] : event.getAllProperties('rrule').flatMap((property) => property.getValues()),
    start: first.time,
    // A day on either side: the window is of moments, the series of wall clocks.
    window: {
      from: window.from - longest - Math.max(...shifts) - 2 * day,
      to: window.to - Math.min(...shifts) + 2 * day,
    },
    untilOf: (until) => moments(wallOf(until), until.zone === ICAL.Timezone.utcTimezone ? 'UTC' : first.zone),
    momentOf: (wall) => moments(wall, first.zone),
    spent,
  }
  const { walls, whole } = repeats(series)
  const points = [
    ...walls.map((wall) => ({ wall, at: moments(wall, first.zone), isDate: start.isDate })),
    ...(isOwn ? [] : valuesOf(event, 'rdate').map(pointOf)),
  ]
  const not = new Set([...valuesOf(event, 'exdate').map((value) => keyOf(pointOf(value))), ...(replaced?.keys ?? [])])
  const spans = points
    .filter((point) => !keysOf(point).some((key) => not.has(key)))
    .flatMap(spanOf)
    .filter((span) => span.to > span.from && span.to > window.from && span.from < window.to)
  return { spans, whole, own: ownUid(uidOf(event)) }
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

/** `texts`: one file, or the many of a calendar server. `window`: from when to when. `addresses`: those its owner is invited by. */
export const takenIn = (
  texts: readonly string[],
  window: Span,
  addresses: readonly string[] = [],
): TakenTimes | NotTaken => {
  const entries = entriesIn(texts, { from: window.from - 3 * day, to: window.to + 3 * day })
  if (!entries) return { problem: 'not-a-calendar' }
  const moments = momentsBy(entries.zones)
  const pointOf = ({ time, zone }: Value): Point => {
    const wall = wallOf(time)
    return { wall, at: moments(wall, zone), isDate: time.isDate }
  }
  // Google calls somebody's first calendar by the address.
  const known = [...addresses, entries.name].filter((address) => address.includes('@'))
  const owner = new Set(known.map((address) => address.trim().toLowerCase()))
  const instead = insteadIn(entries.events, { moments, pointOf, owner })
  const reading = { window, moments, pointOf, owner, instead, spent: { steps: 0 } }
  const taken: TakenTimes = { spans: [], own: [], leftOut: entries.broken, name: entries.name }
  for (const event of entries.events) {
    try {
      const { spans, whole, own } = occurrencesOf(event, reading)
      if (!whole) taken.leftOut += 1
      if (own === null) taken.spans.push(...spans)
      else taken.own.push(...spans.map((span) => ({ ...span, uid: own })))
    } catch {
      taken.leftOut += 1
    }
  }
  taken.spans = joined(taken.spans)
  return taken.spans.length + taken.own.length > mostTimes ? { problem: 'too-many' } : taken
}

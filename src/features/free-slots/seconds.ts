/** Who could come along: to learn, or for what the first one does not know; from another school before the same (algorithms.md, B). */
import type { Ctx } from '#platform/context'
import * as m from '#texts'
import { type Consultant, dateAt, type Diary, freeStarts, minute, type WallClock } from '../diaries/diaries.ts'
import { fields } from '../enquiries/enquiry-words.table.ts'
import { inSentence, tradeAreas } from '../trade-areas/trade-areas.table.ts'
import { tradeAreaOf } from '../trade-areas/trade-areas.ts'
import type { Driving } from '../diaries/diaries.ts'
import type { Place } from './free-slots.sql.ts'
import { type Facts, pointsAlong, pointsTogether, sumOf, teaches } from './points.ts'
import type { Slot } from './slots.ts'

type Person = Consultant & Diary
type Around = {
  people: readonly Person[]
  factsOf: (person: Consultant) => Facts
  drivingOf: (person: Consultant) => Driving
  /** Has room that day too. */
  worksOn: (person: Consultant, date: string) => boolean
  /** Somebody else speaks about that time with a company. */
  held: (person: Consultant, start: number) => boolean
  place: Place
  /** Milliseconds. */
  length: number
  after: number
  buffer: number
  at: WallClock
}
type Second = NonNullable<Slot['second']>

/** When someone could come on a day: there is time, and room for another meeting. */
const startsOn = (person: Person, date: string, { drivingOf, worksOn, length, after, buffer, at }: Around) => {
  if (!worksOn(person, date)) return []
  return freeStarts(person, date, { length, travel: drivingOf(person).minutes * minute, after, buffer }, at)
}
const isFree = (person: Person, start: number, around: Around) =>
  startsOn(person, dateAt(start), around).includes(start) && !around.held(person, start)

/** Whether all who come along could at a moment, whoever goes first. Each one's day is looked at once. */
export const suiting = (along: readonly Person[], around: Around) => {
  const days = new Map<string, ReadonlySet<number>>()
  const startsOf = (person: Person, date: string) => {
    const key = `${person.personId} ${date}`
    const known = days.get(key) ?? new Set(startsOn(person, date, around))
    days.set(key, known)
    return known
  }
  return (first: Consultant, start: number) =>
    along.every(
      (person) =>
        person.personId === first.personId ||
        (startsOf(person, dateAt(start)).has(start) && !around.held(person, start)),
    )
}

/** Why he would come along; null: there is nothing in it. */
const whyAlong = (ctx: Ctx, first: Facts, second: Facts, { place }: Around) => {
  const options = { locale: ctx.language }
  const area = tradeAreaOf(place.industry)?.area
  if (area && second.learns && teaches(first))
    return {
      learns: true,
      why: () => m.free_slots_second_learns({ trade: inSentence(tradeAreas[area]({}, options)) }, options),
    }
  // One knows the trade or the whole offer, the other teaches something else that is to the point.
  const { kind } = second
  if (second.fits && kind && kind !== first.kind && second.trade === null)
    return { learns: false, why: () => m.free_slots_why_kind({ kind: fields[kind]({}, options) }, options) }
  return null
}

/** The one it is worth most with; of equal ones whoever drives less. Null: nobody. */
export const secondFor = (ctx: Ctx, slot: Slot, around: Around): Second | null => {
  const first = around.people.find(({ personId }) => personId === slot.personId)
  if (!first) return null
  const facts = around.factsOf(first)
  const found = around.people.flatMap((person) => {
    if (person.personId === first.personId) return []
    const is = whyAlong(ctx, facts, around.factsOf(person), around)
    if (!is) return []
    const pair = { learns: is.learns, otherSchool: person.schoolId !== first.schoolId }
    const points = sumOf([...pointsAlong(around.drivingOf(person).minutes), ...pointsTogether(pair)])
    return [{ person, points, why: is.why }]
  })
  const ranked = found.toSorted(
    (a, b) => b.points - a.points || around.drivingOf(a.person).minutes - around.drivingOf(b.person).minutes,
  )
  const best = ranked.find(({ person }) => isFree(person, Date.parse(slot.startsAt), around))
  if (!best) return null
  const { personId, name, school } = best.person
  return { personId, name, school, why: best.why(), points: best.points }
}

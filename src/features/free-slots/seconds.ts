/** Who could come along: to learn, or for what the first one does not know; from another school before the same (algorithms.md, B). */
import type { Ctx } from '#platform/context'
import * as m from '#texts'
import { type Consultant, dateAt, type Diary, freeStarts, minute, type WallClock } from '../diaries/diaries.ts'
import { fields } from '../enquiries/enquiry-words.table.ts'
import { tradeAreas } from '../trade-areas/trade-areas.table.ts'
import { tradeAreaOf } from '../trade-areas/trade-areas.ts'
import type { Driving } from '../diaries/diaries.ts'
import type { Place } from './free-slots.sql.ts'
import type { Facts } from './points.ts'
import type { Slot } from './slots.ts'

type Person = Consultant & Diary
type Around = {
  people: readonly Person[]
  factsOf: (person: Consultant) => Facts
  drivingOf: (person: Consultant) => Driving
  worksOn: (person: Consultant, date: string) => boolean
  place: Place
  /** Milliseconds. */
  length: number
  after: number
  buffer: number
  at: WallClock
}
type Second = NonNullable<Slot['second']>

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const isFree = (person: Person, slot: Slot, { drivingOf, worksOn, length, after, buffer, at }: Around) => {
  const start = Date.parse(slot.startsAt)
  const date = dateAt(start)
  const travel = drivingOf(person).minutes * minute
  return worksOn(person, date) && freeStarts(person, date, { length, travel, after, buffer }, at).includes(start)
}

/** Why he would come along, and how much it is worth; null: there is nothing in it. */
const worth = (ctx: Ctx, first: Facts, second: Facts, { place }: Around) => {
  const options = { locale: ctx.language }
  const area = tradeAreaOf(place.industry)?.area
  if (area && second.learns && (first.trade !== null || first.companies > 0))
    return { points: 20, why: m.free_slots_second_learns({ trade: lower(tradeAreas[area]({}, options)) }, options) }
  // One knows the trade or the whole offer, the other teaches something else that is to the point.
  if (second.fits && second.kind && second.kind !== first.kind && second.trade === null)
    return { points: 0, why: m.free_slots_why_kind({ kind: fields[second.kind]({}, options) }, options) }
  return null
}

/** The one it is worth most with; of equal ones whoever drives less. Null: nobody. */
export const secondFor = (ctx: Ctx, slot: Slot, around: Around): Second | null => {
  const first = around.people.find(({ personId }) => personId === slot.personId)
  if (!first) return null
  const facts = around.factsOf(first)
  const found = around.people.flatMap((person) => {
    if (person.personId === first.personId) return []
    const is = worth(ctx, facts, around.factsOf(person), around)
    if (!is) return []
    const points = is.points + 4 + (person.schoolId === first.schoolId ? 0 : 6)
    return [{ person, points, why: is.why }]
  })
  const ranked = found.toSorted(
    (a, b) => b.points - a.points || around.drivingOf(a.person).minutes - around.drivingOf(b.person).minutes,
  )
  const best = ranked.find(({ person }) => isFree(person, slot, around))
  if (!best) return null
  const { personId, name, school } = best.person
  return { personId, name, school, why: best.why, points: best.points }
}

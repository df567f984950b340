/** Who could go to each visit at each of its times: what everything else here walks through, in arrays of numbers. */
import { bitsOf, type Instance, slotsADay, slotsAWeek, topicsOf, type Visit, weekOf, weeksOf } from './instance.ts'
import { pointsAlong, pointsOfLead, share, sumOf, together } from './points.ts'
import { isTooFar, mayComeAlong, mayLead, type Rules, wishesToLearn } from './rules.ts'

/** One time of one visit, and who is free then. */
export type Opening = {
  slot: number
  week: number
  leads: Int32Array
  leadPoints: Float64Array
  /** Those who wish to learn something of the visit stand first. */
  seconds: Int32Array
  secondPoints: Float64Array
  learners: number
}
export type Prospects = {
  visits: readonly { place: number; topics: number; openings: readonly Opening[] }[]
  consultants: number
  slots: number
  weeks: number
  places: number
  school: Int32Array
  /** The meetings there is room for, by bench: each one's weeks. */
  cap: Int32Array
  schoolCap: Int32Array
  target: Float64Array
  /** What a visit beyond a school's share costs; 0: shares are not weighed. */
  shareCost: number
  /** Topics in which someone teaches others, and those he wishes to learn, as bits. */
  masters: Int32Array
  learns: Int32Array
  /** From place to place, row by row: 1 where there is no time to drive between visits that follow each other. */
  far: Uint8Array
  /** The slots at which someone who goes at this one may be too far away. */
  beside: (who: number, slot: number) => Int32Array
}
type Person = { who: number; points: number }

const inNumbers = (people: readonly Person[]) => ({
  who: Int32Array.from(people, ({ who }) => who),
  points: Float64Array.from(people, ({ points }) => points),
})

const whoCould = (instance: Instance, rules: Rules, visit: Visit) => {
  const leads: Person[] = []
  const learners: Person[] = []
  const others: Person[] = []
  for (const [who, one] of instance.consultants.entries()) {
    if (mayLead(one, who, visit)) leads.push({ who, points: sumOf(pointsOfLead(instance, who, visit)) })
    if (mayComeAlong(one, visit, rules))
      (wishesToLearn(one, visit) ? learners : others).push({ who, points: sumOf(pointsAlong(instance, one, visit)) })
  }
  return { leads, learners, others }
}

const openingsOf = (instance: Instance, rules: Rules, visit: Visit, isFree: (who: number, slot: number) => boolean) => {
  const { leads, learners, others } = whoCould(instance, rules, visit)
  return [...new Set(visit.slots)].map((slot): Opening => {
    const free = (people: readonly Person[]) => people.filter(({ who }) => isFree(who, slot))
    const [first, learning] = [inNumbers(free(leads)), free(learners)]
    const along = inNumbers([...learning, ...free(others)])
    return {
      ...{ slot, week: weekOf(slot), leads: first.who, leadPoints: first.points },
      ...{ seconds: along.who, secondPoints: along.points, learners: learning.length },
    }
  })
}

const farApart = (instance: Instance) => {
  const places = instance.minutes.length
  return Uint8Array.from({ length: places * places }, (_, pair) =>
    Number(isTooFar(instance, Math.floor(pair / places), pair % places)),
  )
}

/** Right before and right after on that day, whoever it is. */
const neighbours = (slots: number) => {
  const of = Array.from({ length: slots }, (_, slot) =>
    Int32Array.from(
      [slot - 1, slot + 1].filter((other) => Math.floor(other / slotsADay) === Math.floor(slot / slotsADay)),
    ),
  )
  const none = new Int32Array()
  return (_: number, slot: number) => of[slot] ?? none
}
/** The same in each week. */
const eachWeek = (caps: readonly number[], weeks: number) =>
  Int32Array.from(caps.flatMap((cap) => Array.from({ length: weeks }, () => cap)))

export const prospectsOf = (instance: Instance, rules: Rules): Prospects => {
  const { consultants, schools, visits } = instance
  const weeks = weeksOf(instance)
  const free = consultants.map(
    ({ cap, school, free: times }) => new Set(cap > 0 && (schools[school]?.cap ?? 0) > 0 ? times : []),
  )
  const isFree = (who: number, slot: number) => free[who]?.has(slot) ?? false
  const numbers = <One>(rows: readonly One[], of: (row: One) => number) => Int32Array.from(rows, of)
  const masterOf = (levels: readonly number[]) =>
    bitsOf(levels.flatMap((level, topic) => (level === together.highest ? [topic] : [])))
  return {
    visits: visits.map((visit) => ({
      place: visit.place,
      topics: bitsOf(topicsOf(visit)),
      openings: openingsOf(instance, rules, visit, isFree),
    })),
    ...{ consultants: consultants.length, slots: weeks * slotsAWeek, weeks, places: instance.minutes.length },
    school: numbers(consultants, ({ school }) => school),
    // Nobody has more meetings in a week than it has slots.
    cap: eachWeek(
      consultants.map(({ cap }) => Math.min(cap, slotsAWeek)),
      weeks,
    ),
    schoolCap: eachWeek(
      schools.map(({ cap }) => Math.min(cap, slotsAWeek * consultants.length)),
      weeks,
    ),
    ...{ target: Float64Array.from(schools, ({ target }) => target), shareCost: share.cost },
    masters: numbers(consultants, ({ expertise }) => masterOf(expertise)),
    learns: numbers(consultants, ({ learns }) => bitsOf(learns)),
    ...{ far: farApart(instance), beside: neighbours(weeks * slotsAWeek) },
  }
}

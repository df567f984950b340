/** Visits that are announced: each has its one time, and who goes stays. Who else could go, and for how many points, is reckoned by who asks. */
import { bitsOf } from './instance.ts'
import type { Prospects } from './prospects.ts'

type Could = { who: number; points: number }
export type Standing = {
  weeks: number
  /** `room`: how many more meetings in each week; `masters` and `learns`: topics. */
  people: readonly {
    school: number
    room: readonly (number | null)[]
    masters: readonly number[]
    learns: readonly number[]
  }[]
  /** How many more meetings each school has room for, in each week; null: nothing is agreed. */
  schools: readonly (readonly (number | null)[])[]
  visits: readonly {
    week: number
    topics: readonly number[]
    leads: readonly Could[]
    /** Those who would learn something first. */
    seconds: readonly (Could & { learns: boolean })[]
  }[]
  /** Whoever goes to the one visit has no time for the other. */
  apart: readonly { who: number; visits: readonly [number, number] }[]
}

const numbers = (rows: readonly Could[]) => ({
  who: Int32Array.from(rows, ({ who }) => who),
  points: Float64Array.from(rows, ({ points }) => points),
})

/** Each visit has a slot of its own, in its week. */
const slotsFor = ({ weeks, visits }: Standing) => {
  const inWeek = Array.from({ length: weeks }, () => 0)
  const places = visits.map(({ week }) => {
    const place = inWeek[week] ?? 0
    inWeek[week] = place + 1
    return place
  })
  const aWeek = Math.max(1, ...inWeek)
  return { slots: weeks * aWeek, slotOf: (visit: number) => (visits[visit]?.week ?? 0) * aWeek + (places[visit] ?? 0) }
}

const besideOf = ({ apart }: Standing, slots: number, slotOf: (visit: number) => number) => {
  const of = new Map<number, number[]>()
  const add = (who: number, one: number, other: number) => {
    const key = who * slots + slotOf(one)
    of.set(key, [...(of.get(key) ?? []), slotOf(other)])
  }
  for (const {
    who,
    visits: [one, other],
  } of apart) {
    add(who, one, other)
    add(who, other, one)
  }
  const kept = new Map([...of].map(([key, others]) => [key, Int32Array.from(others)]))
  const none = new Int32Array()
  return (who: number, slot: number) => kept.get(who * slots + slot) ?? none
}

export const prospectsOfStanding = (standing: Standing): Prospects => {
  const { weeks, people, schools, visits } = standing
  const { slots, slotOf } = slotsFor(standing)
  const most = 2 * visits.length
  const room = (rows: readonly (readonly (number | null)[])[]) =>
    Int32Array.from(
      rows.flatMap((row) => Array.from({ length: weeks }, (_, week) => Math.max(0, Math.min(most, row[week] ?? most)))),
    )
  return {
    visits: visits.map(({ week, topics, leads, seconds }, visit) => {
      const [first, along] = [numbers(leads), numbers(seconds.toSorted((a, b) => Number(b.learns) - Number(a.learns)))]
      const opening = { slot: slotOf(visit), week, leads: first.who, leadPoints: first.points }
      const learners = seconds.filter(({ learns }) => learns).length
      const others = { seconds: along.who, secondPoints: along.points, learners }
      return { place: 0, topics: bitsOf(topics), openings: [{ ...opening, ...others }] }
    }),
    ...{ consultants: people.length, slots, weeks, places: 1 },
    school: Int32Array.from(people, ({ school }) => school),
    cap: room(people.map((one) => one.room)),
    schoolCap: room(schools),
    // Of visits that stand few are led by others: a share says nothing of them.
    ...{ target: new Float64Array(schools.length), shareCost: 0 },
    masters: Int32Array.from(people, ({ masters }) => bitsOf(masters)),
    learns: Int32Array.from(people, ({ learns }) => bitsOf(learns)),
    ...{ far: Uint8Array.from([1]), beside: besideOf(standing, slots, slotOf) },
  }
}

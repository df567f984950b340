/** What is worth considering for each visit: its best choices at the prices found, best first, those with nobody along among them. */
import { chooser, type Costs } from './choosing.ts'
import { nobody } from './company.ts'
import { together } from './points.ts'
import type { Opening, Prospects } from './prospects.ts'

/** In columns; those of visit `v` stand from `from[v]` to `from[v + 1]`. */
export type Choices = {
  from: Int32Array
  visit: Int32Array
  slot: Int32Array
  lead: Int32Array
  second: Int32Array
  points: Float64Array
  /** How far behind the visit's best, at the prices. */
  behind: Float64Array
}
type One = { slot: number; lead: number; second: number; points: number; value: number }

/** So many of each visit, and at least so many with nobody along; where there are many, within so many points of the best. */
const kept = { all: 60, alone: 8, within: 25 }
const many = 1000
const pairsOf = (openings: readonly Opening[]) =>
  openings.reduce((sum, { leads, seconds }) => sum + leads.length * seconds.length, 0)

const choicesAt = (prospects: Prospects, opening: Opening, topics: number, costs: Costs, least: number) => {
  const { slots, weeks, school, schoolCap, masters, learns } = prospects
  const { slot, week, leads, leadPoints, seconds, secondPoints } = opening
  const found: One[] = []
  const alone: One[] = []
  for (const [at, lead] of leads.entries()) {
    const points = leadPoints[at] ?? 0
    const value = points + (costs.leading[school[lead] ?? 0] ?? 0) - (costs.time[lead * slots + slot] ?? 0)
    alone.push({ slot, lead, second: nobody, points, value })
    const teaches = (masters[lead] ?? 0) & topics
    for (let place = 0; place < seconds.length; place += 1) {
      const second = seconds[place] ?? 0
      if (school[second] === school[lead] && (schoolCap[(school[lead] ?? 0) * weeks + week] ?? 0) < 2) continue
      const along =
        (secondPoints[place] ?? 0) +
        ((teaches & (learns[second] ?? 0)) === 0 ? 0 : together.learning) +
        (school[second] === school[lead] ? 0 : together.otherSchool)
      const worth = value + along - (costs.time[second * slots + slot] ?? 0)
      if (worth >= least && second !== lead) found.push({ slot, lead, second, points: points + along, value: worth })
    }
  }
  return { found, alone }
}

const byValue = (a: One, b: One) => b.value - a.value

export const choicesOf = (prospects: Prospects, costs: Costs): Choices => {
  const choose = chooser(prospects)
  const rows = prospects.visits.map(({ openings, topics }, visit) => {
    const least = pairsOf(openings) > many ? choose(visit, costs).value - kept.within : Number.NEGATIVE_INFINITY
    const all = openings.map((opening) => choicesAt(prospects, opening, topics, costs, least))
    const alone = all.flatMap((one) => one.alone).toSorted(byValue)
    const found = [...all.flatMap((one) => one.found), ...alone].toSorted(byValue).slice(0, kept.all)
    const few = new Set(found)
    return [...found, ...alone.slice(0, kept.alone).filter((one) => !few.has(one))].toSorted(byValue)
  })
  const flat = rows.flat()
  const from = new Int32Array(rows.length + 1)
  for (const [visit, { length }] of rows.entries()) from[visit + 1] = (from[visit] ?? 0) + length
  return {
    from,
    visit: Int32Array.from(rows.flatMap((row, visit) => row.map(() => visit))),
    slot: Int32Array.from(flat, ({ slot }) => slot),
    lead: Int32Array.from(flat, ({ lead }) => lead),
    second: Int32Array.from(flat, ({ second }) => second),
    points: Float64Array.from(flat, ({ points }) => points),
    behind: Float64Array.from(rows.flatMap((row, visit) => row.map(({ value }) => choose(visit, costs).value - value))),
  }
}

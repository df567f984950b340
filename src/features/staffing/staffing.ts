/** Front door: who goes to each of many visits, so that the whole is worth most. Pure; see README. */
import { none } from './attendance.ts'
import { type Choices, choicesOf } from './choices.ts'
import { nobody } from './company.ts'
import { begin, improve } from './improve.ts'
import type { Instance } from './instance.ts'
import { findPrices } from './prices.ts'
import { type Prospects, prospectsOf } from './prospects.ts'
import { randomOf } from './random.ts'
import { rosterOf } from './roster.ts'
import { ours, type Rules } from './rules.ts'
import { prospectsOfStanding, type Standing } from './standing.ts'
import { type Assignment, worthOf } from './worth.ts'

export { type Instance, weekOf } from './instance.ts'
export { BadInstance, readInstance, readMinutes } from './instance-file.ts'
export { ours, type Rules, strict } from './rules.ts'
export type { Standing } from './standing.ts'
export { type Assignment, pointsOf, worthOf } from './worth.ts'

/** `bound`: no staffing is worth more. */
export type Staffing = { assignments: Assignment[]; points: number; bound: number }

/** How long it may take: whether prices are looked for another round, and how much of all trials is done, 0 to 1. */
export type Effort = { goesOn: (round: number) => boolean; howFar: (trials: number) => number }
export const inSteps = (rounds: number, trials: number): Effort => ({
  goesOn: (round) => round < rounds,
  howFar: (made) => made / trials,
})
/** Till `until` (milliseconds of `performance.now`); prices take a third of it at most. */
export const inTime = (until: number, began = performance.now()): Effort => {
  const prices = began + (until - began) / 3
  let tried = 0
  return {
    goesOn: (round) => round < 250 && performance.now() < prices,
    howFar: () => {
      const now = performance.now()
      if (tried === 0) tried = now
      return now >= until ? 1 : (now - tried) / (until - tried)
    },
  }
}

const assignmentsOf = ({ slot, lead, second }: Choices, chosen: Int32Array): Assignment[] =>
  [...chosen].flatMap((choice, visit) => {
    if (choice === none) return []
    const along = second[choice] ?? nobody
    return { visit, slot: slot[choice] ?? 0, lead: lead[choice] ?? 0, second: along === nobody ? null : along }
  })

/** Few visits are gone through several times, each time closer to the best. */
const roundsOf = (visits: number) => Math.max(1, Math.min(8, Math.floor(400 / Math.max(1, visits))))

type Tried = { effort: Effort; seed?: number | undefined }
const choose = (prospects: Prospects, { effort, seed = 1 }: Tried) => {
  const { bound, costs } = findPrices(prospects, effort.goesOn)
  const choices = choicesOf(prospects, costs)
  const roster = rosterOf(prospects, choices)
  begin(roster, choices)
  const chance = randomOf(seed)
  const times = roundsOf(prospects.visits.length)
  for (let round = 0, before = 0; round < times; round += 1) {
    let tried = 0
    const howFar = (trials: number) => {
      tried = trials
      return effort.howFar(before + trials) * times - round
    }
    improve(roster, choices, { chance, howFar, bound })
    before += tried
  }
  return { assignments: assignmentsOf(choices, roster.chosen), bound }
}

/** Of an instance, whose points are reckoned here. */
export const staff = (instance: Instance, { rules = ours, ...tried }: Tried & { rules?: Rules }): Staffing => {
  const { assignments, bound } = choose(prospectsOf(instance, rules), tried)
  return { assignments, points: worthOf(instance, assignments), bound }
}

/** Of visits that are announced: times and who goes already stand, and the points of each are given. */
export const staffStanding = (standing: Standing, tried: Tried) =>
  choose(prospectsOfStanding(standing), tried).assignments.map(({ visit, lead, second }) => ({ visit, lead, second }))

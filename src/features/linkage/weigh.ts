import { byteAt, shortAt, longAt, singleAt, realAt } from '#platform/columns'
import { questions } from './compare.ts'
import { firstOf, signs } from './fields.table.ts'
import { type Pairs, unasked } from './pairs.ts'

/**
 * What was learnt of a list: how often each outcome comes when both are the same company, as logarithms; how many are nobody; and of each
 * pair what other contacts leave of it (`rivals.ts`).
 */
export type Learnt = { logM: Float64Array; nobody: number; left: Float64Array }

/** A number of the register that is written there decides, whatever sister company shares the rest. */
const decisive = 24

/** Weight of one answer in nats: a `for` never lowers a score, an `against` never raises it. */
export const weightOf = (logM: Float64Array, outcome: number, u: number): number => {
  const weight = realAt(logM, outcome) - u
  if (outcome === firstOf.cvr) return Math.max(decisive, weight)
  const sign = signs[outcome] ?? 0
  return weight * sign < 0 ? 0 : weight
}

const scoreOf = (pairs: Pairs, pair: number, logM: Float64Array): number => {
  let score = 0
  for (let place = pair * questions; place < (pair + 1) * questions; place += 1) {
    const outcome = shortAt(pairs.outcomes, place)
    if (outcome === unasked) break
    score += weightOf(logM, outcome, singleAt(pairs.us, place)) * byteAt(pairs.times, place)
  }
  return score
}

/** Of one contact: how likely each of its companies is, and by return how likely it is nobody. Written into `into` from the contact's first pair. */
export const weigh = (pairs: Pairs, contact: number, learnt: Learnt, known: number, into: Float64Array): number => {
  const [from, to] = [contact === 0 ? 0 : longAt(pairs.ends, contact - 1), longAt(pairs.ends, contact)]
  const prior = Math.log((1 - learnt.nobody) / learnt.nobody / Math.max(1, known))
  let most = 0
  for (let pair = from; pair < to; pair += 1) {
    const score = prior + scoreOf(pairs, pair, learnt.logM) + realAt(learnt.left, pair)
    into[pair] = score
    most = Math.max(most, score)
  }
  let sum = Math.exp(-most)
  for (let pair = from; pair < to; pair += 1) {
    into[pair] = Math.exp(realAt(into, pair) - most)
    sum += realAt(into, pair)
  }
  for (let pair = from; pair < to; pair += 1) into[pair] = realAt(into, pair) / sum
  return Math.exp(-most) / sum
}

import { shortAt, longAt, singleAt, realAt } from '#platform/columns'
import { firstIndustry } from './compare-facts.ts'
import { questions } from './compare.ts'
import { type FieldName, firstOf, outcomes } from './fields.table.ts'
import { type Pairs, unasked } from './pairs.ts'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'
import { type Learnt, weigh, weightOf } from './weigh.ts'

/** What adds to the logarithm of the odds, in nats. `prior`: one of so many; `others`: other companies that are alike. */
export type Reason = [of: FieldName | 'prior' | 'others' | 'said', weight: number]
/**
 * `sure`: may be struck without asking; `ask`: somebody has to look; `nobody`: in the register is none. `row` counts from 0 as companies came
 * in, -1 for nobody, and `p` is how likely that answer is.
 */
export type Resolution = {
  row: number
  cvr: string
  p: number
  decision: 'sure' | 'ask' | 'nobody'
  /** Strongest first; their sum is the logarithm of the odds of `p`. Empty for nobody. */
  reasons: Reason[]
}

/** Struck alone from here (shared/algorithms.md, A). */
const sureFrom = 0.97
/** Below, no company is worth a person's question, unless it is one of a few that are alike and nobody else. */
const askFrom = 0.4
const oneOfFew = { from: 0.25, nobodyBelow: 0.1 }

const fieldOf = (outcome: number): FieldName =>
  outcome >= firstIndustry ? 'industry' : (outcomes[outcome]?.field ?? 'industry')

const reasonsOf = (pairs: Pairs, pair: number, learnt: Learnt, known: number, p: number): Reason[] => {
  const sums = new Map<Reason[0], number>()
  let score = Math.log((1 - learnt.nobody) / learnt.nobody / Math.max(1, known))
  sums.set('prior', score)
  for (let place = pair * questions; place < (pair + 1) * questions; place += 1) {
    const outcome = shortAt(pairs.outcomes, place)
    if (outcome === unasked) continue
    const weight = weightOf(learnt.logM, outcome, singleAt(pairs.us, place))
    score += weight
    const field = fieldOf(outcome)
    sums.set(field, (sums.get(field) ?? 0) + weight)
  }
  if (p < 1) sums.set('others', Math.min(0, Math.log(p / (1 - p)) - score))
  return [...sums].filter(([, weight]) => weight !== 0).toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
}

const cvrOf = (register: Register, row: number): string => String(longAt(register.cvr, row)).padStart(8, '0')

const hasOutcome = (pairs: Pairs, pair: number, wanted: number): boolean => {
  for (let place = pair * questions; place < (pair + 1) * questions; place += 1)
    if (shortAt(pairs.outcomes, place) === wanted) return true
  return false
}

/** Of one contact: the best company, unless people have said which it is. */
export const decide = (
  register: Register,
  pairs: Pairs,
  at_: number,
  contact: Contact,
  learnt: Learnt,
  likely: Float64Array,
): Resolution => {
  const [from, to] = [at_ === 0 ? 0 : longAt(pairs.ends, at_ - 1), longAt(pairs.ends, at_)]
  const nobody = weigh(pairs, at_, learnt, register.known, likely)
  let best = -1
  let doubtful = -1
  for (let pair = from; pair < to; pair += 1) {
    if (contact.confirmed !== 0 && longAt(register.cvr, longAt(pairs.rows, pair)) === contact.confirmed)
      return {
        row: longAt(pairs.rows, pair),
        cvr: cvrOf(register, longAt(pairs.rows, pair)),
        p: 1,
        decision: 'sure',
        reasons: [['said', 1]],
      }
    if (best < 0 || realAt(likely, pair) > realAt(likely, best)) best = pair
    if (hasOutcome(pairs, pair, firstOf.cvr + 1)) doubtful = pair
  }
  // The number is a company's and nothing else fits it: nobody but people can tell which of the two was meant.
  if (doubtful >= 0 && (best === doubtful || realAt(likely, best) < askFrom)) best = doubtful
  const p = best < 0 ? 0 : realAt(likely, best)
  const asked = p >= askFrom || (p >= oneOfFew.from && nobody < oneOfFew.nobodyBelow) || best === doubtful
  if (best < 0 || !asked) return { row: -1, cvr: '', p: nobody, decision: 'nobody', reasons: [] }
  const row = longAt(pairs.rows, best)
  const reasons = reasonsOf(pairs, best, learnt, register.known, p)
  return { row, cvr: cvrOf(register, row), p, decision: p >= sureFrom && doubtful < 0 ? 'sure' : 'ask', reasons }
}

import { byteAt, shortAt, longAt, singleAt, realAt } from '#platform/columns'
import { firstIndustry } from './compare-facts.ts'
import { questions } from './compare.ts'
import { type FieldName, firstOf, outcomes } from './fields.table.ts'
import { type Pairs, unasked } from './pairs.ts'
import type { Contact } from './records.ts'
import { type Register, flag } from './register.ts'
import { type Learnt, weigh, weightOf } from './weigh.ts'

/** What adds to the logarithm of the odds, in nats. `prior`: one of so many; `rivals`: other contacts of the list that may be the company; `others`: other companies that are alike, which add where they are the same company's. */
export type Reason = [of: FieldName | 'prior' | 'rivals' | 'others' | 'said', weight: number]
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
  /** Of a question: the next company that it could be, when there is one worth a look. */
  also?: { row: number; cvr: string; p: number; reasons: Reason[] }
}

/** Struck alone from here (shared/algorithms.md, A). */
const sureFrom = 0.97
/** Below, no company is worth a person's question, unless it is one of a few that are alike and nobody else. */
const askFrom = 0.4
/** The second one is shown beside the first from here. */
const alsoFrom = 0.1
const oneOfFew = { from: 0.25, nobodyBelow: 0.1 }

const fieldOf = (outcome: number): FieldName =>
  outcome >= firstIndustry ? 'industry' : (outcomes[outcome]?.field ?? 'industry')

const reasonsOf = (
  pairs: Pairs,
  pair: number,
  learnt: Learnt,
  known: number,
  { p, alone }: { p: number; alone: boolean },
): Reason[] => {
  const sums = new Map<Reason[0], number>()
  let score = Math.log((1 - learnt.nobody) / learnt.nobody / Math.max(1, known))
  sums.set('prior', score)
  for (let place = pair * questions; place < (pair + 1) * questions; place += 1) {
    const outcome = shortAt(pairs.outcomes, place)
    if (outcome === unasked) break
    const weight = weightOf(learnt.logM, outcome, singleAt(pairs.us, place)) * byteAt(pairs.times, place)
    score += weight
    const field = fieldOf(outcome)
    sums.set(field, (sums.get(field) ?? 0) + weight)
  }
  score += realAt(learnt.left, pair)
  sums.set('rivals', realAt(learnt.left, pair))
  if (p < 1) sums.set('others', alone ? Math.min(0, Math.log(p / (1 - p)) - score) : Math.log(p / (1 - p)) - score)
  return [...sums].filter(([, weight]) => weight !== 0).toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
}

const cvrOf = (register: Register, row: number): string => String(longAt(register.cvr, row)).padStart(8, '0')

const hasOutcome = (pairs: Pairs, pair: number, wanted: number): boolean => {
  for (let place = pair * questions; place < (pair + 1) * questions; place += 1)
    if (shortAt(pairs.outcomes, place) === wanted) return true
  return false
}

type Likely = { pair: number; p: number; alone: boolean }
/** What is as likely as all its rows together: those of a company that is one answer; any other row by itself. Best first. */
const unitsOf = (register: Register, pairs: Pairs, [from, to]: readonly [number, number], likely: Float64Array) => {
  const units: Likely[] = []
  const wholes = new Map<number, Likely>()
  for (let pair = from; pair < to; pair += 1) {
    const row = longAt(pairs.rows, pair)
    const p = realAt(likely, pair)
    const cvr = (byteAt(register.flags, row) & flag.whole) !== 0 ? longAt(register.cvr, row) : 0
    const there = cvr === 0 ? undefined : wholes.get(cvr)
    if (there) {
      if (p > realAt(likely, there.pair)) there.pair = pair
      there.p = Math.min(1, there.p + p)
      there.alone = false
      continue
    }
    const unit = { pair, p, alone: true }
    if (cvr !== 0) wholes.set(cvr, unit)
    units.push(unit)
  }
  return units.toSorted((a, b) => b.p - a.p || a.pair - b.pair)
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
  const rowOf = (pair: number) => longAt(pairs.rows, pair)
  const units = unitsOf(register, pairs, [from, to], likely)
  const said = units.find(
    ({ pair }) => contact.confirmed !== 0 && longAt(register.cvr, rowOf(pair)) === contact.confirmed,
  )
  if (said) {
    const row = rowOf(said.pair)
    return { row, cvr: cvrOf(register, row), p: 1, decision: 'sure', reasons: [['said', 1]] }
  }
  const told = (unit: Likely) => ({
    row: rowOf(unit.pair),
    cvr: cvrOf(register, rowOf(unit.pair)),
    p: unit.p,
    reasons: reasonsOf(pairs, unit.pair, learnt, register.known, unit),
  })
  // The number is a company's and nothing else fits it: nobody but people can tell which of the two was meant.
  const doubtful = units.find(({ pair }) => hasOutcome(pairs, pair, firstOf.cvr + 1))
  const best = doubtful && (units[0]?.p ?? 0) < askFrom ? doubtful : units[0]
  const asked =
    best && (best.p >= askFrom || (best.p >= oneOfFew.from && nobody < oneOfFew.nobodyBelow) || best === doubtful)
  if (!best || !asked) return { row: -1, cvr: '', p: nobody, decision: 'nobody', reasons: [] }
  if (best.p >= sureFrom && !doubtful) return { ...told(best), decision: 'sure' }
  const other = units.find((unit) => unit !== best && (unit === doubtful || unit.p >= alsoFrom))
  return { ...told(best), decision: 'ask', ...(other && { also: told(other) }) }
}

import { byteAt, longAt, longs, pushLong, realAt } from '#platform/columns'
import type { Pairs } from './pairs.ts'
import type { Register } from './register.ts'

/** From here on a contact is decided to be a company, when it is counted how often a list has one twice. */
const decided = 0.9
/** The guess that a list has a company twice as often as chance has it counts as so many pairs of contacts. */
const guessCounts = 10
/** Odds above are as good as these. */
const mostOdds = 1e9

/** Pairs whose company another contact has among its own too, each with the number of its company among those. */
const contestedIn = ({ contacts, ends, rows }: Pairs, size: number) => {
  const pairs = contacts === 0 ? 0 : longAt(ends, contacts - 1)
  const claimed = new Uint8Array(size)
  for (const row of rows.subarray(0, pairs)) claimed[row] = Math.min(2, byteAt(claimed, row) + 1)
  const [contested, companies] = [longs(), longs()]
  const numbers = new Map<number, number>()
  for (let pair = 0; pair < pairs; pair += 1) {
    const row = longAt(rows, pair)
    if (byteAt(claimed, row) < 2) continue
    const number = numbers.get(row) ?? numbers.size
    numbers.set(row, number)
    pushLong(contested, pair)
    pushLong(companies, number)
  }
  return { pairs, contested: contested.filled(), companies: companies.filled(), count: numbers.size }
}

/**
 * Rivals are contacts of one list that may be the same company. Where a list has companies twice more seldom than chance would, one of them leaves less of
 * the others' claim: belief propagation (J. Williams, R. Lau, Approximate evaluation of marginal association probabilities, IEEE TAES
 * 2014). A list that does have companies twice is left as it is.
 */
export const rivalsIn = (all: Pairs, { size, known }: Register) => {
  const { pairs, contested, companies, count } = contestedIn(all, size)
  /** Of each pair the logarithm of what its rivals leave of it. */
  const left = new Float64Array(pairs)
  const odds = new Float64Array(contested.length)
  const claims = new Float64Array(count)

  /** How often a company is there again, measured by how often it would be if each contact were drawn by itself. */
  const again = (likely: Float64Array): number => {
    let [sure, same] = [0, 0]
    for (const p of likely.subarray(0, pairs)) if (p >= decided) sure += p
    claims.fill(0)
    for (const [place, pair] of contested.entries()) {
      const [p, company] = [realAt(likely, pair), longAt(companies, place)]
      if (p < decided) continue
      same += p * realAt(claims, company)
      claims[company] = realAt(claims, company) + p
    }
    return Math.min(1, (same + guessCounts) / ((sure * sure) / 2 / Math.max(1, known) + guessCounts))
  }

  /** From how likely each pair is, what its rivals leave of it; by return the most that changed. */
  const meet = (likely: Float64Array): number => {
    const twice = again(likely)
    claims.fill(0)
    for (const [place, pair] of contested.entries()) {
      const [p, company] = [realAt(likely, pair), longAt(companies, place)]
      odds[place] = Math.min(mostOdds, p / Math.max(1e-12, 1 - p) / Math.exp(realAt(left, pair)))
      claims[company] = realAt(claims, company) + realAt(odds, place)
    }
    let moved = 0
    for (const [place, pair] of contested.entries()) {
      const rivals = Math.max(0, realAt(claims, longAt(companies, place)) - realAt(odds, place))
      const leaves = Math.log((1 + twice * rivals) / (1 + rivals))
      moved = Math.max(moved, Math.abs(leaves - realAt(left, pair)))
      left[pair] = leaves
    }
    return moved
  }
  return { left, meet }
}

import { longAt, realAt } from '#platform/columns'
import type { Pairs } from './pairs.ts'

/** From here on a contact is decided to be a company, when it is counted how often a list has one twice. */
const decided = 0.9
/** The guess that a list has a company twice as often as chance has it counts as so many pairs of contacts. */
const guessCounts = 10
/** Odds above are as good as these. */
const mostOdds = 1e9

/** Pairs whose company another contact has among its own too, with that company's number among those. */
const contestedIn = ({ contacts, ends, rows }: Pairs) => {
  const all = contacts === 0 ? 0 : longAt(ends, contacts - 1)
  const claimed = new Map<number, number>()
  for (let pair = 0; pair < all; pair += 1) claimed.set(longAt(rows, pair), (claimed.get(longAt(rows, pair)) ?? 0) + 1)
  const numbers = new Map([...claimed].filter(([, times]) => times > 1).map(([row], number) => [row, number]))
  const contested: { pair: number; company: number }[] = []
  for (let pair = 0; pair < all; pair += 1) {
    const company = numbers.get(longAt(rows, pair))
    if (company !== undefined) contested.push({ pair, company })
  }
  return { all, contested, companies: numbers.size }
}

/**
 * Rivals are contacts of one list that may be the same company. Where a list has companies twice more seldom than chance would, one of them leaves less of
 * the others' claim: belief propagation (J. Williams, R. Lau, Approximate evaluation of marginal association probabilities, IEEE TAES
 * 2014). A list that does have companies twice is left as it is.
 */
export const rivalsIn = (pairs: Pairs) => {
  const { all, contested, companies } = contestedIn(pairs)
  /** Of each pair the logarithm of what its rivals leave of it. */
  const left = new Float64Array(all)
  const odds = new Float64Array(all)
  const claims = new Float64Array(companies)

  /** How often a company is there again, measured by how often it would be if each contact were drawn by itself. */
  const again = (likely: Float64Array, known: number): number => {
    const sure = likely.subarray(0, all).reduce((sum, p) => (p < decided ? sum : sum + p), 0)
    let same = 0
    claims.fill(0)
    for (const { pair, company } of contested) {
      const p = realAt(likely, pair)
      if (p < decided) continue
      same += p * realAt(claims, company)
      claims[company] = realAt(claims, company) + p
    }
    return Math.min(1, (same + guessCounts) / ((sure * sure) / 2 / Math.max(1, known) + guessCounts))
  }

  /** From how likely each pair is, what its rivals leave of it; by return the most that changed. */
  const meet = (likely: Float64Array, known: number): number => {
    const twice = again(likely, known)
    claims.fill(0)
    for (const { pair, company } of contested) {
      const p = realAt(likely, pair)
      odds[pair] = Math.min(mostOdds, p / Math.max(1e-12, 1 - p) / Math.exp(realAt(left, pair)))
      claims[company] = realAt(claims, company) + realAt(odds, pair)
    }
    let moved = 0
    for (const { pair, company } of contested) {
      const rivals = Math.max(0, realAt(claims, company) - realAt(odds, pair))
      const leaves = Math.log((1 + twice * rivals) / (1 + rivals))
      moved = Math.max(moved, Math.abs(leaves - realAt(left, pair)))
      left[pair] = leaves
    }
    return moved
  }
  return { left, meet }
}

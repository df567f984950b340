/** Which trade area somebody is asked about: one at a time. Pure. */
import { tradeAreaOf } from '../trade-areas/trade-areas.ts'
import { type TradeArea, tradeAreaCodes } from '../trade-areas/trade-areas.table.ts'
import { proposing } from './proposals.table.ts'

type Visited = readonly { industry: string | null; visits: number }[]

/** The one with the most visits, of those that nothing is said of yet; of two alike the first of the list. Null: none. */
export const proposedOf = (visited: Visited, said: readonly TradeArea[], declined: readonly string[]) => {
  const visitsIn = (trade: TradeArea) =>
    visited.reduce((sum, { industry, visits }) => sum + (tradeAreaOf(industry)?.area === trade ? visits : 0), 0)
  const open = tradeAreaCodes
    .filter((trade) => !said.includes(trade) && !declined.includes(trade))
    .map((trade) => ({ trade, visits: visitsIn(trade) }))
    .filter(({ visits }) => visits >= proposing.leastVisits)
  return open.toSorted((one, other) => other.visits - one.visits)[0] ?? null
}

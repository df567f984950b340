/** Whose field has something to do with a company (domain.md, row 19): never somebody else, rather nobody. Pure. */
import type { Field } from '../enquiries/enquiry-words.table.ts'
import { ofItsTrades, trades as tradesOfKind } from './kinds-of-trades.table.ts'
import { divisionsOf, type TradeArea, tradeAreaCodes } from './trade-areas.table.ts'

const lies = (spans: readonly (readonly [number, number])[], division: number) =>
  spans.some(([from, to]) => division >= from && division <= to)
const divisionOf = (industry: string) => Number(industry.slice(0, 2))

/** Null: nobody knows, or it is of none. */
export const areaOf = (industry: string | null): TradeArea | null => {
  if (industry === null) return null
  const division = divisionOf(industry)
  return tradeAreaCodes.find((area) => lies(divisionsOf[area], division)) ?? null
}

/** What someone has said of his own fields. */
export type Own = {
  trades: readonly TradeArea[]
  kinds: readonly Field[]
  wishes: readonly string[]
  generalist: boolean
}
/** What his school has said; null: he is of the centre. */
export type OfSchool = { trades: readonly TradeArea[]; kinds: readonly Field[] } | null

export type Knowledge = {
  /** Has something to do with the company, or nothing that was said speaks against it. */
  fits: boolean
  /** Knows its trade area: said so himself, or his school did. */
  trade: 'own' | 'school' | null
  /** A kind of education that he, or his school, has and that is to the point in any trade or in this one. */
  kind: Field | null
  generalist: boolean
  /** Wishes to learn its trade. */
  learns: boolean
}

/** Of every trade: reading, languages, general subjects, leading people. */
const isOfAll = (kind: Field) => !tradesOfKind[kind] && !ofItsTrades.includes(kind)

/**
 * Trades narrow what kinds of education say: who knows metal is not proposed to a bakery because the school teaches whatever is made. Of the centre,
 * of who has said nothing, and of a company of which nobody knows the industry, nothing speaks against it.
 */
export const knowledgeOf = (own: Own | null, school: OfSchool, industry: string | null): Knowledge => {
  const area = areaOf(industry)
  const ownTrades = own?.trades ?? []
  const trades = ownTrades.length > 0 ? ownTrades : (school?.trades ?? [])
  const ownKinds = own?.kinds ?? []
  const kinds = (ownKinds.length > 0 ? ownKinds : (school?.kinds ?? [])).filter((kind) => !ofItsTrades.includes(kind))
  const knows = area !== null && trades.includes(area)
  const inTrade = (kind: Field) => industry !== null && lies(tradesOfKind[kind] ?? [], divisionOf(industry))
  const kind = kinds.find((one) => isOfAll(one) || (trades.length === 0 && inTrade(one))) ?? null
  const generalist = own?.generalist ?? false
  const saidNothing = trades.length === 0 && kinds.length === 0
  return {
    fits: !industry || saidNothing || knows || kind !== null || generalist,
    trade: !knows ? null : ownTrades.length > 0 ? 'own' : 'school',
    kind: industry ? kind : null,
    generalist,
    learns: area !== null && (own?.wishes.includes(area) ?? false),
  }
}

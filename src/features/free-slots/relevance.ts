/** Whose field has something to do with a company (domain.md, row 19): never somebody else, rather nobody. */
import type { Field } from '../enquiries/enquiry-words.table.ts'
import { ofItsTrades, trades } from './trades.table.ts'

const covers = (field: Field, division: number) => {
  const those = trades[field]
  return !those || those.some(([from, to]) => division >= from && division <= to)
}
/**
 * Whether a school that answers for these fields has something to do with an industry. Of the centre (null), of a school that has not said what it
 * answers for, and of a company of which nobody knows the industry, nothing speaks against it.
 */
export const isRelevant = (fields: readonly Field[] | null, industry: string | null): boolean => {
  const own = fields?.filter((field) => !ofItsTrades.includes(field)) ?? []
  if (own.length === 0 || !industry) return true
  const division = Number(industry.slice(0, 2))
  return own.some((field) => covers(field, division))
}

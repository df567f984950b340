/** Which questions fit a visit. Pure. */
import type { Question } from './guides.schema.ts'
import { partCodes } from './parts.table.ts'

type Visit = { occasion: Question['occasion']; trade: Question['trade'] }
const fits =
  ({ occasion, trade }: Visit) =>
  (question: Question) =>
    (question.occasion === null || question.occasion === occasion) &&
    (question.trade === null || question.trade === trade)
/** What was written for this occasion says more than what was written for the trade, and both more than what is asked anywhere. */
const closeness = ({ occasion, trade }: Question) => (occasion === null ? 0 : 2) + (trade === null ? 0 : 1)

/** In the order of the talk: the closest of each part first of all, what else fits after them. */
export const questionsFor = (questions: readonly Question[], visit: Visit) => {
  const fitting = questions.filter(fits(visit)).toSorted((a, b) => closeness(b) - closeness(a))
  const byPart = partCodes.map((part) => fitting.filter((question) => question.part === part))
  return { first: byPart.flatMap((of) => of.slice(0, 1)), more: byPart.flatMap((of) => of.slice(1)) }
}

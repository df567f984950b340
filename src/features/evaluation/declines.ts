/** Who declines, and why: added up from what one statement gives, for a period. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import type { Declines } from './declines.schema.ts'
import { type Answered, type Declined, readAnswers, readDeclines } from './declines.sql.ts'
import { answers } from '../may-contact/answers.schema.ts'
import { isIn } from './outcome-cube.ts'
import { industryGroups, sizeGroups } from './stages.shared.ts'

const sum = (rows: readonly Declined[]) => {
  const reasons = new Map<string | null, number>()
  for (const { reason, declined } of rows) if (declined > 0) reasons.set(reason, (reasons.get(reason) ?? 0) + declined)
  return {
    called: rows.reduce((total, { called }) => total + called, 0),
    declined: rows.reduce((total, { declined }) => total + declined, 0),
    notMet: rows.reduce((total, { notMet }) => total + notMet, 0),
    reasons: [...reasons].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count),
  }
}

const counted = (rows: readonly Answered[], what: (row: Answered) => string | null) => {
  const by = new Map<string, number>()
  for (const row of rows) {
    const name = what(row)
    if (name !== null) by.set(name, (by.get(name) ?? 0) + row.count)
  }
  return [...by].map(([name, count]) => ({ name, count }))
}

/** By the eight, and of each by the centre's own words: who said none of them is in the sum alone. */
const sumAnswers = (rows: readonly Answered[]) =>
  answers.flatMap((answer) => {
    const mine = rows.filter((row) => row.answer === answer)
    const own = counted(mine, (row) => row.own).map((one) => ({
      ...one,
      reasons: counted(
        mine.filter((row) => row.own === one.name),
        (row) => row.reason,
      ).toSorted((a, b) => b.count - a.count),
    }))
    const count = mine.reduce((total, row) => total + row.count, 0)
    return count === 0 ? [] : [{ answer, count, own }]
  })

export const showDeclines = async (ctx: Ctx, period: string): Promise<z.infer<typeof Declines>> => {
  const found = (await readDeclines(ctx)).filter((one) => isIn(period, one))
  const said = (await readAnswers(ctx)).filter((one) => isIn(period, one))
  const lists = new Map(found.map(({ listId, name }) => [listId, name]))
  const of = <Key>(keys: readonly Key[], which: (row: Declined) => Key) =>
    keys.flatMap((key) => {
      const rows = found.filter((row) => which(row) === key)
      return rows.length > 0 ? [{ key, ...sum(rows) }] : []
    })
  return {
    period,
    total: sum(found),
    answers: sumAnswers(said),
    lists: of([...lists.keys()], ({ listId }) => listId).map((one) => ({ ...one, name: lists.get(one.key) ?? '' })),
    industries: of<number>(industryGroups, ({ industry }) => industry),
    sizes: of(sizeGroups, ({ size }) => size),
  }
}

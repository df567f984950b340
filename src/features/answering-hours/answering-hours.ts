/** Front door: at which hours companies of a kind answer. What must hold: a hint, known by enough calls, that never changes whose turn it is. */
import type { Ctx } from '#platform/context'
import { industryGroups } from '../official-codes/industry-groups.table.ts'
import * as store from './answering-hours.sql.ts'
import { bestOf, type Cell, type Hours, hoursOf, knownHours } from './hours.ts'

export { orderedByHour } from './answering-hours.sql.ts'
export { atHand, byHour, type Cell, type Hours } from './hours.ts'

const inDenmark = (ctx: Pick<Ctx, 'now'>) => {
  const { dayOfWeek: weekday, hour } = ctx.now.toZonedDateTimeISO('Europe/Copenhagen')
  return { weekday, hour }
}

/** Which industries answer better and worse now; null: nothing is known. */
export const hoursNow = async (ctx: Ctx): Promise<Hours | null> => hoursOf(await store.knownAt(ctx, inDenmark(ctx)))

/** When companies of this industry answer best today; null: not known. */
export const answersBest = async (ctx: Ctx, industryCode: string | null) => {
  const division = Number(industryCode?.slice(0, 2) ?? 0)
  const trade = industryGroups.find(({ from, to }) => division >= from && division <= to)?.group
  if (trade === undefined) return null
  const rows = await store.betterHours(ctx, { weekday: inDenmark(ctx).weekday, trade })
  return bestOf(rows.map(({ hour }) => hour))
}

/** Companies of a list that the hint has passed so often, or so long, that it passes them no more. */
export const passedOver = async (ctx: Ctx, listId: number): Promise<number[]> =>
  (await store.passedOver(ctx, listId)).map(({ companyId }) => companyId)
/** Somebody was taken from a list, and has waited long enough; `head` would have been first without the hint, if the hint was asked. */
export const notePassed = (ctx: Ctx, listId: number, taken: { companyId: number; head?: number | null }): void => {
  store.notePassed(ctx, { listId, head: taken.head ?? null, taken: taken.companyId })
}

/** Once a day, from what calls have told (`count`). */
export const reckonHours = async (ctx: Ctx, count: (ctx: Ctx) => Promise<Cell[]>): Promise<void> => {
  if (!(await store.beginReckoning(ctx))) return
  await store.replaceHours(ctx, knownHours(await count(ctx)))
  await store.forgetPassed(ctx)
}

/** Front door: someone stops on a day, and what is his is handed out until then, each thing with a yes. */
import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { sayDate } from '#platform/text/danish'
import { memberNow } from '../members/members.ts'
import * as store from './leavings.sql.ts'
import { maySay, mustBe, type Shape, shapeOf, tell } from './one-leaving.ts'

export { showLeaving } from './one-leaving.ts'
export { askLeaving, withdrawLeavingQuestion } from './asking.ts'
export { answerLeaving } from './answering.ts'

export const listLeavings = async (ctx: Ctx): Promise<{ rows: Shape[] }> => {
  const rows: Shape[] = []
  for (const row of await store.leavingsNow(ctx)) rows.push(await shapeOf(ctx, row))
  return { rows: rows.filter(({ can }) => can.see || can.change) }
}

/** Today at the earliest, and within a year: what lies further off is a slip. */
const refuseDay = (ctx: Ctx, lastDay: string) => {
  const last = Temporal.PlainDate.from(ctx.today).add({ years: 1 }).toString()
  if (lastDay >= ctx.today && lastDay <= last) return
  const say = { locale: ctx.language }
  const values = { from: sayDate(ctx.today, ctx.language, ctx.today), to: sayDate(last, ctx.language, ctx.today) }
  throw problemAt('wrong-input', '/body/lastDay', m.leavings_problem_day(values, say), 'day')
}

/** Throws not-found, not-allowed for who may not send him away, leaving-announced when it has been said already. */
export const announceLeaving = async (
  ctx: Ctx,
  { personId, lastDay }: { personId: number; lastDay: string },
): Promise<Shape> => {
  const member = await memberNow(ctx, personId)
  if (!member) throw problem('not-found')
  if (!(await maySay(ctx, personId))) throw problem('not-allowed')
  refuseDay(ctx, lastDay)
  const made = await store.insertLeaving(ctx, { personId, lastDay, leftAt: null })
  if (!made) throw problem('leaving-announced', { who: member.name })
  await tell(ctx, made.id, { verb: 'announced', after: { what: member.name, lastDay } })
  return shapeOf(ctx, await mustBe(ctx, made.id))
}

const mineToSay = async (ctx: Ctx, id: number) => {
  const row = await mustBe(ctx, id)
  if (!(await shapeOf(ctx, row)).can.change) throw problem('not-allowed')
  return row
}

/** From the day that was seen: of two who change it one is told. */
export const changeLeaving = async (
  ctx: Ctx,
  id: number,
  { lastDay, seen }: { lastDay: string; seen: string },
): Promise<Shape> => {
  const row = await mineToSay(ctx, id)
  refuseDay(ctx, lastDay)
  if (!(await store.changeAhead(ctx, id, seen, { lastDay }))) {
    const { lastDay: theirs } = await mustBe(ctx, id)
    throw problem('changed-meanwhile', {}, { theirs: { lastDay: theirs }, yours: { lastDay } })
  }
  await tell(ctx, id, { verb: 'changed', before: { lastDay: seen }, after: { what: row.name, lastDay } })
  return shapeOf(ctx, await mustBe(ctx, id))
}

/** The person stays: no question of it is open any more (whoever takes it back, and sees them or not), and what has another name keeps it. */
export const withdrawLeaving = async (ctx: Ctx, id: number) => {
  const row = await mineToSay(ctx, id)
  const given = { withdrawnAt: ctx.at, withdrawnBy: ctx.personId }
  if (!(await store.changeAhead(ctx, id, row.lastDay, given))) throw problem('not-allowed')
  await tell(ctx, id, { verb: 'withdrawn', after: { what: row.name } })
  return {}
}

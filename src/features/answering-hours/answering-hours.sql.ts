import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot, type HotCtx } from '#platform/db/hot'
import { type Hours, type Known, longestPassed, mostPassed } from './hours.ts'

const now = hot((ctx, { weekday, hour }: { weekday: number; hour: number }) =>
  ctx.db
    .selectFrom('answeringHour')
    .select(['trade', 'better'])
    .where('centreId', '=', ctx.centreId)
    .where('weekday', '=', weekday)
    .where('hour', '=', hour),
)
export const knownAt = (ctx: Ctx, of: { weekday: number; hour: number }) => now(ctx, of)

const better = hot((ctx, { weekday, trade }: { weekday: number; trade: number }) =>
  ctx.db
    .selectFrom('answeringHour')
    .select('hour')
    .where('centreId', '=', ctx.centreId)
    .where('weekday', '=', weekday)
    .where('trade', '=', trade)
    .where('better', '=', true),
)
export const betterHours = (ctx: Ctx, of: { weekday: number; trade: number }) => better(ctx, of)

/** True, once a day, for one of those who ask at the same moment. */
export const beginReckoning = async (ctx: Ctx): Promise<boolean> => {
  const { rows } = await sql`
    insert into answering_reckoned (centre_id, reckoned_on) values (${ctx.centreId}, ${ctx.today})
    on conflict (centre_id) do update set reckoned_on = excluded.reckoned_on where answering_reckoned.reckoned_on < excluded.reckoned_on
    returning 1`.execute(ctx.db)
  return rows.length === 1
}
/** What is known, instead of what was. */
export const replaceHours = async (ctx: Ctx, known: readonly Known[]): Promise<void> => {
  await ctx.db.deleteFrom('answeringHour').where('centreId', '=', ctx.centreId).execute()
  if (known.length === 0) return
  await ctx.db
    .insertInto('answeringHour')
    .values(known.map((one) => ({ centreId: ctx.centreId, ...one })))
    .execute()
}

/** Companies of a list that the hint may pass no more. */
const passedEnough = (ctx: HotCtx, listId: number) => sql`
  select h.company_id from hint_passed h
  where h.centre_id = ${ctx.centreId} and h.list_id = ${listId}
    and (h.times >= ${sql.lit(mostPassed)} or h.since <= ${ctx.at}::timestamptz - make_interval(mins => ${sql.lit(longestPassed)}))`
const passed = hot((ctx, { listId }: { listId: number }) => sql<{ companyId: number }>`${passedEnough(ctx, listId)}`)
export const passedOver = (ctx: Ctx, listId: number) => passed(ctx, { listId })
const note = hot(
  (ctx, { listId, head, taken }: { listId: number; head: number | null; taken: number }) => sql`
    with had as (delete from hint_passed where centre_id = ${ctx.centreId} and list_id = ${listId} and company_id = ${taken})
    insert into hint_passed (centre_id, list_id, company_id, times, since)
    select ${ctx.centreId}, ${listId}, ${head}::int, 1, ${ctx.at} where ${head}::int <> ${taken}::int
    on conflict (centre_id, list_id, company_id) do update set times = hint_passed.times + 1`,
)
export const notePassed = (ctx: Ctx, of: { listId: number; head: number | null; taken: number }) =>
  ctx.follows(note(ctx, of))
/** What was counted on an earlier day says nothing of this one. */
export const forgetPassed = (ctx: Ctx) =>
  sql`delete from hint_passed where centre_id = ${ctx.centreId} and since < ${ctx.at}::timestamptz - interval '1 day'`.execute(
    ctx.db,
  )

/**
 * Companies at hand, `of (company_id, cvr, phone, ready_at)` in their order, with those first whose kind answers at this hour: as `byHour`
 * has them, among who is not due.
 */
export const orderedByHour = (ctx: HotCtx, of: string, { listId, better, worse }: Hours & { listId: number }) => sql`
  select u.company_id, u.cvr, u.phone
  from (select a.*, row_number() over () as n from ${sql.ref(of)} a) u
  left join company_place c on c.id = u.company_id
  order by u.ready_at > '-infinity', (u.company_id in (${passedEnough(ctx, listId)})) desc,
    case when left(c.industry, 2)::int = any(${better}::int[]) then 0
    when left(c.industry, 2)::int = any(${worse}::int[]) then 2 else 1 end, u.n`

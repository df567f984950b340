import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot } from '#platform/db/hot'
import type { Hours, Known } from './hours.ts'

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

/**
 * Companies at hand, `of (company_id, cvr, phone, ready_at)` in their order, with those first whose kind answers at this hour: as `byHour`
 * has them, among who is not due.
 */
export const orderedByHour = (of: string, hours: Hours) => sql`
  select u.company_id, u.cvr, u.phone
  from (select a.*, row_number() over () as n from ${sql.ref(of)} a) u
  left join company_place c on c.id = u.company_id
  order by u.ready_at > '-infinity', case when left(c.industry, 2)::int = any(${hours.better}::int[]) then 0
    when left(c.industry, 2)::int = any(${hours.worse}::int[]) then 2 else 1 end, u.n`

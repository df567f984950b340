/** Statements on how many came. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { AskedAbout } from './asked-about.table.ts'

export type Count = {
  unemployed: number
  employed: number
  companies: number
  askedAbout: readonly { topic: AskedAbout; asked: number }[]
}
export const countOf = async (ctx: Ctx, dayId: number) => {
  const row = await ctx.db
    .selectFrom('presenceCount')
    .where('centreId', '=', ctx.centreId)
    .where('dayId', '=', dayId)
    .select(['unemployed', 'employed', 'companies', 'countedBy'])
    .select(
      sql<{ topic: AskedAbout; asked: number }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('topic', key, 'asked', value) order by key), '[]')
        from jsonb_each(asked_about))`.as('askedAbout'),
    )
    .executeTakeFirst()
  return row
}
export const writeCount = (ctx: Ctx, dayId: number, { unemployed, employed, companies, askedAbout }: Count) => {
  const asked = Object.fromEntries(askedAbout.filter((one) => one.asked > 0).map((one) => [one.topic, one.asked]))
  const row = { unemployed, employed, companies, askedAbout: JSON.stringify(asked), countedBy: personOf(ctx) }
  return ctx.db
    .insertInto('presenceCount')
    .values({ ...row, dayId, centreId: ctx.centreId, countedAt: ctx.at })
    .onConflict((conflict) => conflict.columns(['centreId', 'dayId']).doUpdateSet({ ...row, countedAt: ctx.at }))
    .execute()
}

/** Counts at one partner's come one at a time: of two told at once, the second stands on the first. */
export const lockTold = (ctx: Ctx, partnerId: number) =>
  sql`select pg_advisory_xact_lock(hashtext('presence told'), hashtext(${`${ctx.centreId} ${partnerId}`}))`.execute(
    ctx.db,
  )
export const lastTold = (ctx: Ctx, partnerId: number) =>
  ctx.db
    .selectFrom('presenceTold')
    .where('centreId', '=', ctx.centreId)
    .where('partnerId', '=', partnerId)
    .select(['sinceOn as since', 'came', 'unemployed'])
    .select(sql<AskedAbout[]>`topics`.as('topics'))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
/** Where someone counted or sat himself, as far as it is over: of a sum told there he would know what to take away. */
export const countedWhere = async (ctx: Ctx): Promise<ReadonlySet<number>> => {
  const rows = await ctx.db
    .selectFrom('presenceDay as d')
    .innerJoin('presence as s', (join) =>
      join.onRef('s.centreId', '=', 'd.centreId').onRef('s.id', '=', 'd.presenceId'),
    )
    .leftJoin('presenceCount as c', (join) => join.onRef('c.centreId', '=', 'd.centreId').onRef('c.dayId', '=', 'd.id'))
    .where('d.centreId', '=', ctx.centreId)
    .where('d.startsAt', '<=', ctx.at)
    .where((eb) => eb.or([eb('d.personId', '=', ctx.personId), eb('c.countedBy', '=', ctx.personId)]))
    .select('s.partnerId')
    .distinct()
    .execute()
  return new Set(rows.map(({ partnerId }) => partnerId))
}
/** All that was counted at a partner's, and since when somebody came. */
export const countedAt = async (ctx: Ctx, partnerId: number) => {
  const { rows } = await sql<{ since: string | null; unemployed: number; others: number }>`
    select min(d.on_day) filter (where c.unemployed + c.employed + c.companies > 0) as since, coalesce(sum(c.unemployed), 0)::int as unemployed, coalesce(sum(c.employed + c.companies), 0)::int as others
    from presence_count c
    join presence_day d on d.centre_id = c.centre_id and d.id = c.day_id
    join presence s on s.centre_id = d.centre_id and s.id = d.presence_id
    where c.centre_id = ${ctx.centreId} and s.partner_id = ${partnerId}`.execute(ctx.db)
  return rows[0] ?? { since: null, unemployed: 0, others: 0 }
}
export const topicsAt = async (ctx: Ctx, partnerId: number) => {
  const { rows } = await sql<{ topic: AskedAbout; asked: number }>`
    select t.key as topic, sum(t.value::int)::int as asked
    from presence_count c
    join presence_day d on d.centre_id = c.centre_id and d.id = c.day_id
    join presence s on s.centre_id = d.centre_id and s.id = d.presence_id
    cross join jsonb_each_text(c.asked_about) t
    where c.centre_id = ${ctx.centreId} and s.partner_id = ${partnerId} and t.key <> 'other'
    group by t.key order by asked desc, t.key`.execute(ctx.db)
  return rows
}
type Told = { since: string; came: number; unemployed: number | null; topics: readonly AskedAbout[] }
export const insertTold = (ctx: Ctx, partnerId: number, { since, came, unemployed, topics }: Told) =>
  ctx.db
    .insertInto('presenceTold')
    .values({
      ...{ came, unemployed, partnerId, centreId: ctx.centreId, toldAt: ctx.at },
      sinceOn: since,
      topics: [...topics],
    })
    .execute()

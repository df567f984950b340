/** Statements on what was called where. Persons are counted, and stand in no answer. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { callers, visitsCompanies } from '../centre/roles.ts'
import type { Price } from './reckon.ts'

const charged = callers.filter((role) => !visitsCompanies({ role }))

type Between = { from: string; to: string }
type Called = { callCentreId: number | null; calls: number; callers: number; people: number[]; meetings: number }
/**
 * Calls that stand, of those whose time is charged: who called and did not visit when it began; each where its caller was then. Person by person, for calls are
 * found so. `people`: only to count whom two call centres have together.
 */
export const calledBetween = async (ctx: Ctx, { from, to }: Between): Promise<Called[]> => {
  const { rows } = await sql<Called>`
    select p.call_centre_id as "callCentreId", count(*)::int as calls, count(distinct c.person_id)::int as callers,
      array_agg(distinct c.person_id) as people,
      count(*) filter (where exists (
        select from booking_ever b
        where b.centre_id = ${ctx.centreId} and b.origin_kind = 'call' and b.origin_id = c.id and b.cancelled_at is null))::int as meetings
    from role_held m
    cross join lateral (
      select s.id, s.person_id, s.started_at from standing_call s
      where s.centre_id = m.centre_id and s.person_id = m.person_id and s.list_id is not null
        and s.ended_at >= ${from}::timestamptz and s.ended_at < ${to}::timestamptz and s.started_at >= m.from_at and (m.to_at is null or s.started_at < m.to_at)) c
    left join placed_ever p on p.centre_id = m.centre_id and p.person_id = c.person_id and p.from_at <= c.started_at
      and (p.to_at is null or p.to_at > c.started_at)
    where m.centre_id = ${ctx.centreId} and m.role = any(${charged})
    group by 1`.execute(ctx.db)
  return rows
}
type Centre = { id: number; name: string; outside: boolean; closedOn: string | null }
export const callCentres = async (ctx: Ctx): Promise<Centre[]> => {
  const { rows } = await sql<Centre>`
    select id, name, outside, closed_on::text as "closedOn" from call_centre_ever where centre_id = ${ctx.centreId} order by outside, name`.execute(
    ctx.db,
  )
  return rows
}
export type SaidPrice = Price & { callCentreId: number; saidBy: string | null }
/** The one said last comes last. */
export const allPrices = async (ctx: Ctx): Promise<SaidPrice[]> => {
  const { rows } = await sql<SaidPrice>`
    select r.id, r.call_centre_id as "callCentreId", r.per, r.kroner::float8 as kroner, r.from_on::text as "from", p.name as "saidBy"
    from call_centre_price r left join person_named p on p.id = r.said_by
    where r.centre_id = ${ctx.centreId} and r.taken_back_at is null order by r.id`.execute(ctx.db)
  return rows
}
type Wanted = { per: Price['per']; kroner: number | null; from: string }
export const insertPrice = (ctx: Ctx, callCentreId: number, { per, kroner, from }: Wanted) =>
  ctx.db
    .insertInto('callCentrePrice')
    .values({
      ...{ centreId: ctx.centreId, callCentreId, per, kroner, fromOn: from },
      ...{ saidBy: ctx.personId, saidAt: ctx.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
export const takePriceBack = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('callCentrePrice')
    .set({ takenBackAt: ctx.at, takenBackBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** Statements on what was called where. Persons are counted, and stand in no answer. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { visitors } from '../centre/roles.ts'
import type { Price } from './reckon.ts'

type Between = { from: string; to: string }
/** Calls of lists that callers share, each with where its caller belonged when it began; not of who visits, whose time the ledger does not count. */
const talked = (ctx: Ctx, { from, to }: Between) => sql`
  select c.id, c.person_id, p.call_centre_id
  from standing_call c
  join list_now l on l.centre_id = c.centre_id and l.id = c.list_id and not l.by_visitors
  left join placed_ever p on p.centre_id = c.centre_id and p.person_id = c.person_id and p.from_at <= c.started_at
    and (p.to_at is null or p.to_at > c.started_at)
  where not exists (
      select from member_now m where m.centre_id = c.centre_id and m.person_id = c.person_id and m.role = any(${visitors}))
    and c.centre_id = ${ctx.centreId} and c.ended_at >= ${from}::timestamptz and c.ended_at < ${to}::timestamptz`

type Called = { callCentreId: number | null; calls: number; callers: number; people: number[]; meetings: number }
/** `people`: only to count whom two call centres have together. */
export const calledBetween = async (ctx: Ctx, between: Between): Promise<Called[]> => {
  const { rows } = await sql<Called>`
    with talked as (${talked(ctx, between)})
    select t.call_centre_id as "callCentreId", count(*)::int as calls, count(distinct t.person_id)::int as callers,
      array_agg(distinct t.person_id) as people,
      count(*) filter (where exists (
        select from booking_ever b
        where b.centre_id = ${ctx.centreId} and b.origin_kind = 'call' and b.origin_id = t.id and b.cancelled_at is null))::int as meetings
    from talked t group by 1`.execute(ctx.db)
  return rows
}
type Seconds = { callCentreId: number | null; day: string; schoolId: number | null; seconds: number }
/** By day and school, as the ledger charged it: talks that were let go, or whose answer was taken back, took their time too. */
export const secondsBetween = async (ctx: Ctx, { from, to }: Between): Promise<Seconds[]> => {
  const { rows } = await sql<Seconds>`
    select call_centre_id as "callCentreId", (ended_at at time zone 'Europe/Copenhagen')::date::text as day, school_id as "schoolId",
      sum(seconds)::float8 as seconds
    from charged_talk
    where centre_id = ${ctx.centreId} and ended_at >= ${from}::timestamptz and ended_at < ${to}::timestamptz
    group by 1, 2, 3`.execute(ctx.db)
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
export const allPrices = async (ctx: Ctx): Promise<SaidPrice[]> => {
  const { rows } = await sql<SaidPrice>`
    select r.id, r.call_centre_id as "callCentreId", r.per, r.kroner::float8 as kroner, r.from_on::text as "from", p.name as "saidBy"
    from call_centre_price r left join person_named p on p.id = r.said_by
    where r.centre_id = ${ctx.centreId}`.execute(ctx.db)
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
    .execute()

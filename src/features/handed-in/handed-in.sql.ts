/** Statements on what schools handed in. The rows are read in the whole centre: whoever asks here says whose are shown. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

/** How many a school handed in, by the quarter they count in, from one quarter on. */
export const countByQuarter = async (ctx: Ctx, schoolId: number, from: string) => {
  const { rows } = await sql<{ quarter: string; count: number }>`
    select quarter_from as quarter, count(*)::int as count from handed_in
    where centre_id = ${ctx.centreId} and school_id = ${schoolId} and quarter_from >= ${from}::date group by 1`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ quarter, count }) => [quarter, count]))
}
export const lastHandedInOn = async (ctx: Ctx, schoolId: number): Promise<string | null> => {
  const { rows } = await sql<{ on: string | null }>`
    select (max(handed_in_at) at time zone 'Europe/Copenhagen')::date as on from handed_in
    where centre_id = ${ctx.centreId} and school_id = ${schoolId}`.execute(ctx.db)
  return rows[0]?.on ?? null
}

export type Wish = { goalId: number | null; reason: string; consultantId: number | null; wishBy: string | null }
export type Given = { n: number; companyId: number; wrote: string; quarterFrom: string }
/** Gives those written; one that the school has handed in already, and nobody has sent, is written once. */
export const insertHandIn = async (ctx: Ctx, schoolId: number, given: readonly Given[], wish: Wish) => {
  const { rows } = await sql<{ companyId: number; quarterFrom: string }>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(n int, "companyId" int, wrote text, "quarterFrom" date)
    ), written as (
      insert into handed_in (centre_id, school_id, company_id, n, quarter_from, handed_in_at)
      select ${ctx.centreId}, ${schoolId}, g."companyId", g.n, g."quarterFrom", ${ctx.at} from given g order by g.n
      on conflict (centre_id, school_id, company_id) where list_id is null do nothing
      returning id, company_id, n, quarter_from
    ), words as (
      insert into handed_in_words (centre_id, school_id, handed_in_id, wrote, reason, goal_id, consultant_id, wish_by, handed_in_by)
      select ${ctx.centreId}, ${schoolId}, w.id, g.wrote, ${wish.reason}, ${wish.goalId}::int, ${wish.consultantId}::int, ${wish.wishBy}::date, ${personOf(ctx)}
      from written w join given g on g.n = w.n
    )
    select company_id as "companyId", quarter_from as "quarterFrom" from written order by n`.execute(ctx.db)
  return rows
}
/** Takes back what nobody has sent yet; gives what the school had written. */
export const deleteHandIn = async (ctx: Ctx, schoolId: number, companyIds: readonly number[]) => {
  const { rows } = await sql<{ companyId: number; wrote: string }>`
    with gone as (
      delete from handed_in h where h.centre_id = ${ctx.centreId} and h.school_id = ${schoolId} and h.list_id is null and h.company_id = any(${companyIds}::int[])
      returning h.id, h.company_id, h.n
    )
    select g.company_id as "companyId", w.wrote from gone g join handed_in_words w on w.centre_id = ${ctx.centreId} and w.handed_in_id = g.id order by g.n`.execute(
    ctx.db,
  )
  return rows
}

export type HandedRow = {
  id: number
  name: string
  town: string | null
  employees: number | null
  n: number
  wrote: string
  handedInAt: string
  by: string
  goal: string | null
  reason: string
  consultant: string | null
  wishBy: string | null
  quarterFrom: string
  listState: string | null
  deadlineOn: string | null
  heard: boolean
  leftOut: string | null
  leftOutUntil: string | null
  sortedOutUntil: string | null
  since: { kind: 'spoken' | 'visited'; on: string } | null
}
/** The own school's, the latest first; `after` is the last row's moment and line. */
export const pageOfHandedIn = async (
  ctx: Ctx,
  schoolId: number,
  { after, limit }: { after?: readonly [string, number] | undefined; limit: number },
) => {
  const { rows } = await sql<HandedRow>`
    select c.id, c.name, c.town, coalesce(c.employees, c.employees_from) as employees, h.n, w.wrote, h.handed_in_at as "handedInAt", p.name as by, g.words as goal, w.reason,
      v.name as consultant, w.wish_by as "wishBy", h.quarter_from as "quarterFrom", l.state as "listState",
      (l.deadline at time zone 'Europe/Copenhagen')::date as "deadlineOn", l.hearing_ended_at is not null as heard, h.left_out as "leftOut", h.left_out_until as "leftOutUntil",
      case when l.hearing_ended_at is not null then d.sorted_out_until end as "sortedOutUntil",
      (select jsonb_build_object('kind', e.kind, 'on', e.on_date) from contact_made e where e.centre_id = h.centre_id and e.cvr = c.cvr and (e.whole or e.company_id = c.id)
        and e.at >= h.handed_in_at order by e.at desc limit 1) as since
    from handed_in h
    join handed_in_words w on w.centre_id = h.centre_id and w.handed_in_id = h.id
    join company_place c on c.id = h.company_id
    join person_named p on p.id = w.handed_in_by
    left join goal_ever g on g.centre_id = w.centre_id and g.id = w.goal_id
    left join person_named v on v.id = w.consultant_id
    left join list_now l on l.centre_id = h.centre_id and l.id = h.list_id
    left join listed_company d on d.centre_id = h.centre_id and d.list_id = h.list_id and d.company_id = h.listed_id
    where h.centre_id = ${ctx.centreId} and h.school_id = ${schoolId}
      and (${after?.[0] ?? null}::timestamptz is null or (h.handed_in_at, -h.n) < (${after?.[0] ?? null}::timestamptz, ${-(after?.[1] ?? 0)}::int))
    order by h.handed_in_at desc, h.n limit ${limit}`.execute(ctx.db)
  return rows
}

// ---- The round: what all schools have handed in since the last list ----------------------------------------------
export const gatheredPlaces = async (ctx: Ctx, most: number) => {
  const { rows } = await sql<{
    id: number
    name: string
    town: string | null
    employees: number | null
    total: number
  }>`
    select c.id, c.name, c.town, coalesce(c.employees, c.employees_from) as employees, h.total
    from (select company_id, (count(*) over ())::int as total from handed_in
      where centre_id = ${ctx.centreId} and list_id is null and quarter_from <= ${ctx.today}::date group by company_id) h
    join company_place c on c.id = h.company_id order by c.name, c.id limit ${most}`.execute(ctx.db)
  return rows
}
export const countLater = async (ctx: Ctx): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct company_id)::int as count from handed_in where centre_id = ${ctx.centreId} and list_id is null and quarter_from > ${ctx.today}::date`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}
/** Locked, so that none is taken back while the list is made. */
export const lockGathered = async (ctx: Ctx) => {
  const { rows } = await sql<{ id: string; companyId: number; schoolId: number }>`
    select id, company_id as "companyId", school_id as "schoolId" from handed_in
    where centre_id = ${ctx.centreId} and list_id is null and quarter_from <= ${ctx.today}::date order by id for update`.execute(
    ctx.db,
  )
  return rows
}
type Sent = { id: string; listedId: number | null; leftOut: string | null; leftOutUntil: string | null }
export const writeSent = (ctx: Ctx, listId: number, sent: readonly Sent[]) =>
  sql`update handed_in h set list_id = ${listId}, listed_id = s."listedId", left_out = s."leftOut", left_out_until = s."leftOutUntil"
    from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as s(id uuid, "listedId" int, "leftOut" text, "leftOutUntil" date)
    where h.centre_id = ${ctx.centreId} and h.id = s.id`.execute(ctx.db)

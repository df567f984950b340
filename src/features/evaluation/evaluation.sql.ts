/**
 * Reads what happened, as other rooms wrote it, through their views.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { answers } from '../may-contact/answers.schema.ts'
import { isApart } from '../leaderships/leaderships.ts'
import { isTalk } from '../may-contact/may-contact.ts'
import { industryGroups } from '../official-codes/industry-groups.table.ts'

/** Companies of one list, one industry group and one size group together, and how far they came. */
export type Bundle = {
  listId: number
  name: string
  drawnOn: string
  industry: number
  size: '0-9' | '10-49' | '50' | 'unknown'
  drawn: number
  struck: number
  called: number
  answered: number
  wants: number
  meetings: number
  visits: number
  promises: number
  promiseCompanies: number
  kept: number
  keptCompanies: number
}

/** The list that a company was last drawn in before a moment, with shared leadership its own place: where what happened then belongs, when nobody said. */
export const latestList = (row: string, at: string) => sql`(
  select lc.list_id from listed_company lc join list_now d on d.centre_id = lc.centre_id and d.id = lc.list_id
  where lc.centre_id = (select app_centre()) and lc.cvr = ${sql.ref(`${row}.cvr`)} and d.drawn_at <= ${sql.ref(`${row}.${at}`)}
  order by (lc.company_id = ${sql.ref(`${row}.company_id`)} and ${isApart(sql`lc.cvr`)}) desc, d.drawn_at desc, d.id desc limit 1)`
/** Of a list that took several workplaces of a company each is told for itself (its place), else whatever happened to the company (0). */
export const unit = (list: RawBuilder<unknown>, row: string) => sql`
  case when (${list}, ${sql.ref(`${row}.cvr`)}) in (select list_id, cvr from several) then ${sql.ref(`${row}.company_id`)} else 0 end`

export const groupOfDivision = sql.raw(
  `case ${industryGroups.map(({ group, from, to }) => `when d.n between ${from} and ${to} then ${group}`).join(' ')} else 0 end`,
)

/** Of the whole company, on the day of the draw. */
export const sizeGroup = sql`case when s.n is null then 'unknown' when s.n < 10 then '0-9' when s.n < 50 then '10-49' else '50' end`

/** As the text of a JSON array: one bundle per list, industry group and size group. Who called, visited or promised is never read. */
export const readBundles = async ({ db, centreId }: Ctx): Promise<string> => {
  const { rows } = await sql<{ bundles: string }>`
    with several as materialized (
      select list_id, cvr from listed_company where centre_id = ${centreId} group by list_id, cvr having count(*) > 1
    ), calls as (
      select s.list_id, s.cvr, ${unit(sql`s.list_id`, 's')} as unit,
        bool_or(s.answer = any(${answers.filter(isTalk)}::text[])) as answered, bool_or(s.answer = 'wants-contact') as wants
      from standing_call s where s.centre_id = ${centreId} group by 1, 2, 3
    ), strikes as (
      -- Written down when a hearing ends: while it runs, no figure tells that another school has struck.
      select distinct lc.list_id, lc.cvr, ${unit(sql`lc.list_id`, 'lc')} as unit
      from listed_company lc where lc.centre_id = ${centreId} and lc.sorted_out_until is not null
    ), booked as (
      select coalesce(b.list_id, ${latestList('b', 'booked_at')}) as list_id, b.cvr, b.company_id
      from booking_now b where b.centre_id = ${centreId}
    ), meetings as (
      select distinct b.list_id, b.cvr, ${unit(sql`b.list_id`, 'b')} as unit from booked b
    ), placed as (
      select v.id, v.cvr, v.company_id, coalesce(v.list_id, b.list_id, ${latestList('v', 'visited_at')}) as list_id
      from visit_reported v left join booking_ever b on b.centre_id = v.centre_id and b.id = v.booking_id
      where v.centre_id = ${centreId}
    ), visits as (
      select distinct v.list_id, v.cvr, ${unit(sql`v.list_id`, 'v')} as unit from placed v
    ), promised as (
      select coalesce(p.list_id, ${latestList('m', 'made_at')}) as list_id, m.cvr, m.company_id, m.kept_at
      from promise_now m left join placed p on m.origin_kind = 'visit' and p.id = m.origin_id
      where m.centre_id = ${centreId}
    ), promises as (
      select m.list_id, m.cvr, ${unit(sql`m.list_id`, 'm')} as unit, count(*) as made, count(m.kept_at) as kept from promised m group by 1, 2, 3
    ), entry as (
      select lc.list_id, lc.cvr, ${unit(sql`lc.list_id`, 'lc')} as unit,
        ${groupOfDivision} as industry,
        ${sizeGroup} as size
      -- As they were on the day of the draw.
      from listed_company lc
      cross join lateral (select left(lc.industry, 2)::int as n) d
      cross join lateral (select lc.company_employees as n) s
      where lc.centre_id = ${centreId}
    ), bundle as (
    select e.list_id as "listId", l.name, (l.drawn_at at time zone 'Europe/Copenhagen')::date as "drawnOn", e.industry, e.size,
      count(*) as drawn, count(s.cvr) as struck, count(k.cvr) as called,
      count(*) filter (where k.answered) as answered, count(*) filter (where k.wants) as wants,
      count(b.cvr) as meetings, count(v.cvr) as visits,
      coalesce(sum(p.made), 0)::int as promises, count(p.cvr) as "promiseCompanies",
      coalesce(sum(p.kept), 0)::int as kept, count(p.cvr) filter (where p.kept > 0) as "keptCompanies"
    from entry e
    -- A school sees a list from its hearing on; one answer for all, so that no two can be held against each other.
    join list_now l on l.centre_id = ${centreId} and l.id = e.list_id and l.hearing_id is not null
    left join strikes s on s.list_id = e.list_id and s.cvr = e.cvr and s.unit = e.unit
    left join calls k on k.list_id = e.list_id and k.cvr = e.cvr and k.unit = e.unit
    left join meetings b on b.list_id = e.list_id and b.cvr = e.cvr and b.unit = e.unit
    left join visits v on v.list_id = e.list_id and v.cvr = e.cvr and v.unit = e.unit
    left join promises p on p.list_id = e.list_id and p.cvr = e.cvr and p.unit = e.unit
    group by e.list_id, l.name, l.drawn_at, e.industry, e.size
    order by l.drawn_at desc, e.list_id desc
    )
    select coalesce(json_agg(bundle), '[]')::text as bundles from bundle`.execute(db)
  return rows[0]?.bundles ?? '[]'
}

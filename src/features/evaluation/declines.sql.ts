import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { AnswerWord } from '../may-contact/answers.schema.ts'
import { groupOfDivision, latestList, sizeGroup, unit } from './evaluation.sql.ts'
import type { sizeGroups } from './stages.shared.ts'

/** Companies of one list, industry group, size group and reason together. */
export type Declined = {
  listId: number
  name: string
  drawnOn: string
  industry: number
  size: (typeof sizeGroups)[number]
  reason: string | null
  called: number
  declined: number
  notMet: number
}
/** Who was called from a list, and what they said last of those answers that are a no; and where we went and met nobody. A list counts from its hearing on, as in the outcome. */
export const readDeclines = async ({ db, centreId }: Ctx): Promise<Declined[]> => {
  const { rows } = await sql<Declined>`
    with several as materialized (
      select list_id, cvr from listed_company where centre_id = ${centreId} group by list_id, cvr having count(*) > 1
    ), calls as (
      select s.list_id, s.cvr, ${unit(sql`s.list_id`, 's')} as unit,
        (array_agg(s.id order by s.ended_at desc, s.id desc) filter (where s.answer in ('not-interested', 'do-not-contact')))[1] as no_id
      from standing_call s where s.centre_id = ${centreId} and s.list_id is not null group by 1, 2, 3
    ), locked as (
      select coalesce(b.list_id, ${latestList('b', 'booked_at')}) as list_id, b.cvr, b.company_id
      from booking_now b where b.centre_id = ${centreId} and b.not_met_at is not null
    ), doors as (
      select distinct b.list_id, b.cvr, ${unit(sql`b.list_id`, 'b')} as unit from locked b
    ), entry as (
      select lc.list_id, lc.cvr, ${unit(sql`lc.list_id`, 'lc')} as unit, ${groupOfDivision} as industry, ${sizeGroup} as size
      from listed_company lc
      cross join lateral (select left(lc.industry, 2)::int as n) d
      cross join lateral (select lc.company_employees as n) s
      where lc.centre_id = ${centreId}
    )
    select e.list_id, l.name, (l.drawn_at at time zone 'Europe/Copenhagen')::date as drawn_on, e.industry, e.size,
      coalesce(y.name, z.name) as reason,
      count(k.cvr)::int as called, count(k.no_id)::int as declined, count(d.cvr)::int as not_met
    from entry e
    join list_now l on l.centre_id = ${centreId} and l.id = e.list_id and l.hearing_id is not null
    left join calls k on k.list_id = e.list_id and k.cvr = e.cvr and k.unit = e.unit
    left join doors d on d.list_id = e.list_id and d.cvr = e.cvr and d.unit = e.unit
    left join standing_call c on c.centre_id = ${centreId} and c.id = k.no_id
    left join refusal_reason_named y on y.centre_id = c.centre_id and y.id = c.refusal_reason_id
    left join own_answer_reason_named z on z.centre_id = c.centre_id and z.id = c.own_reason_id
    where k.cvr is not null or d.cvr is not null
    group by e.list_id, l.name, l.drawn_at, e.industry, e.size, coalesce(y.name, z.name)
    order by l.drawn_at desc, e.list_id desc`.execute(db)
  return rows
}

/** Companies of one list that answered the same last, in the same word of the centre's own: called as its newest version is. */
export type Answered = {
  listId: number
  drawnOn: string
  answer: AnswerWord
  own: string | null
  reason: string | null
  count: number
}
/** What each company said last on a list's calls (by when it was said: what puts an older answer right is written later); who was never reached is counted with the last try. */
export const readAnswers = async ({ db, centreId }: Ctx): Promise<Answered[]> => {
  const { rows } = await sql<Answered>`
    with several as materialized (
      select list_id, cvr from listed_company where centre_id = ${centreId} group by list_id, cvr having count(*) > 1
    ), last as (
      select distinct on (s.list_id, s.cvr, s.unit) s.id from (
        select s.id, s.list_id, s.cvr, s.ended_at, ${unit(sql`s.list_id`, 's')} as unit from standing_call s
        where s.centre_id = ${centreId} and s.list_id is not null
      ) s order by s.list_id, s.cvr, s.unit, s.ended_at desc, s.id desc
    )
    select s.list_id, (l.drawn_at at time zone 'Europe/Copenhagen')::date as drawn_on, s.answer, o.newest_name as own, z.name as reason,
      count(*)::int as count
    from last join standing_call s on s.centre_id = ${centreId} and s.id = last.id
    join list_now l on l.centre_id = s.centre_id and l.id = s.list_id and l.hearing_id is not null
    left join own_answer_named o on o.centre_id = s.centre_id and o.id = s.own_answer_id
    left join own_answer_reason_named z on z.centre_id = s.centre_id and z.id = s.own_reason_id
    group by s.list_id, l.drawn_at, s.answer, o.newest_name, z.name`.execute(db)
  return rows
}

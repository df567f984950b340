/**
 * How companies stand towards being handed in, in one statement whatever it finds. What a strike, a hearing, another list or another school's hand-in
 * means for a company comes out of it as one word, without a day or a name.
 */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { isApart } from '../leaderships/leaderships.ts'
import type { CallReasonWord } from '../may-contact/hindrance.schema.ts'

/** What keeps a company off the list and is told only when its hearing is over; without one, never. */
export const untilHeard = ['struck', 'in-hearing', 'in-another-list', 'same-company'] as const

export type Standing = {
  id: number
  cvr: string
  name: string
  town: string | null
  employees: number | null
  phoned: boolean
  word: CallReasonWord | null
  untilOn: string | null
  who: string | null
  whoSchool: string | null
  maybe: boolean
  own: boolean
}
const sameOne = (one: string, other: string) =>
  sql`${sql.ref(`${one}.cvr`)} = ${sql.ref(`${other}.cvr`)} and (${sql.ref(`${one}.id`)} = ${sql.ref(`${other}.id`)} or not ${isApart(sql.ref(`${one}.cvr`))})`

export const standingsOf = async (ctx: Ctx, schoolId: number, companyIds: readonly number[]): Promise<Standing[]> => {
  if (companyIds.length === 0) return []
  const { rows } = await sql<Standing>`
    with asked as materialized (
      select c.id, c.cvr, c.name, c.town, c.phone is not null as phoned, coalesce(c.employees, c.employees_from) as employees
      from company_place c where c.id = any(${companyIds}::int[])
    ), hindered as materialized (
      select h.* from hindrances_of(${ctx.centreId}, ${companyIds}::int[]) h where h.holds and 'outreach' = any(h.stops)
    ), told as materialized (
      select distinct on (h.company_id) h.company_id, h.word, h.person_id,
        ((h.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 as until_on
      from hindered h where h.word not in ('struck', 'in-hearing') order by h.company_id, h.rank, h.ends_at desc nulls first
    ), named as materialized (
      select p.id, p.cvr, h.school_id, h.left_out, l.state from handed_in h
      left join list_now l on l.centre_id = h.centre_id and l.id = h.list_id
      join company_place p on p.id = h.company_id
      where h.centre_id = ${ctx.centreId} and l.closed_at is null
    ), away as materialized (
      select h.company_id as id from hindered h where h.word in ('struck', 'in-hearing')
      union select a.id from asked a join listed_company d on d.centre_id = ${ctx.centreId} and d.cvr = a.cvr
        and (d.company_id = a.id or not ${isApart(sql.ref('a.cvr'))})
        join list_now l on l.centre_id = d.centre_id and l.id = d.list_id and l.closed_at is null
      union select a.id from asked a join named h on h.school_id <> ${schoolId} and h.left_out is null and ${sameOne('a', 'h')}
    ), own as materialized (
      select a.id from asked a join named h on h.school_id = ${schoolId}
        -- What kept it off is not told before the hearing is over: until then it is handed in like those on the list.
        and (h.left_out is null or h.state = 'in-hearing' and h.left_out = any(${[...untilHeard]}::text[])) and ${sameOne('a', 'h')}
    )
    select a.id, a.cvr, a.name, a.town, a.employees, a.phoned, t.word, t.until_on as "untilOn", m.name as who, s.name as "whoSchool",
      a.id in (select id from away) as maybe, a.id in (select id from own) as own
    from asked a
    left join told t on t.company_id = a.id
    left join member_now m on m.centre_id = ${ctx.centreId} and m.person_id = t.person_id and t.word = 'running'
    left join school_now s on s.centre_id = m.centre_id and s.id = m.school_id`.execute(ctx.db)
  return rows
}

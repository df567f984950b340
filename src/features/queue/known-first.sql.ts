/** Statements on whom a school knows, on a list for own consultants. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { KnownAs } from './queue.schema.ts'

/** Companies of a list for own consultants that the own school has visited, or has among its contacts; of any other list none. */
export const knownOn = async (ctx: Ctx, listId: number): Promise<Map<number, KnownAs>> => {
  const { rows } = await sql<{ companyId: number; as: KnownAs }>`
    with own as materialized (
      select d.centre_id, d.list_id, d.company_id, q.cvr from calling_list l
      join listed_company d on d.centre_id = l.centre_id and d.list_id = l.id
      join queue_row q on q.centre_id = d.centre_id and q.list_id = d.list_id and q.company_id = d.company_id
      where l.centre_id = ${ctx.centreId} and l.id = ${listId} and l.by_visitors
    ), visited as (
      select o.company_id from own o where exists (
        select from visit_reported v join member_ever m on m.centre_id = v.centre_id and m.person_id = v.person_id
        where v.centre_id = o.centre_id and v.company_id = o.company_id and m.school_id = ${ctx.schoolId})
    ), contacts as (
      select distinct m.company_id from contact_match m
      where m.centre_id = ${ctx.centreId} and m.school_id = ${ctx.schoolId} and m.list_id = ${listId} and m.certain and exists (select from own)
    )
    select company_id as "companyId", 'visited' as as from visited
    union all
    select c.company_id, 'contact' from contacts c where c.company_id not in (select company_id from visited)`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ companyId, as }) => [companyId, as]))
}

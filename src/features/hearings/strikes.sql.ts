import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

type Struck = { companyId: number; cvr: string }

/**
 * Strikes companies of a list for a school: the centre's row, and beside it the school's own row that says whose it is.
 * Gives those struck now; companies that are not on the list, or struck by this school already, are left out.
 * The caller holds the school's answer (lockOwnAnswer), so that two colleagues take turns.
 */
export const insertStrikes = async (
  ctx: Ctx,
  to: { listId: number; schoolId: number; personId: number; untilOn: string; reason: string },
  companyIds: readonly number[],
) => {
  const { rows } = await sql<Struck>`
    with struck as (
      insert into strike (centre_id, list_id, company_id, cvr, struck_at, until_on)
      select d.centre_id, d.list_id, d.company_id, d.cvr, ${ctx.at}, ${to.untilOn} from listed_company d
      where d.centre_id = ${ctx.centreId} and d.list_id = ${to.listId} and d.company_id = any(${companyIds}::int[])
        and not exists (select from strike_origin o where o.centre_id = d.centre_id and o.school_id = ${to.schoolId}
          and o.list_id = d.list_id and o.company_id = d.company_id and o.undone_at is null)
      order by d.company_id
      returning id, company_id, cvr
    ), origin as (
      insert into strike_origin (centre_id, strike_id, school_id, list_id, company_id, person_id, reason)
      select ${ctx.centreId}, id, ${to.schoolId}, ${to.listId}, company_id, ${to.personId}, ${to.reason} from struck
    )
    select company_id, cvr from struck order by company_id`.execute(ctx.db)
  return rows
}

/** Takes the school's own strikes back; those of other schools stand. Gives those taken back. */
export const undoStrikes = async (ctx: Ctx, listId: number, schoolId: number, companyIds: readonly number[]) => {
  const { rows } = await sql<Struck>`
    with taken_back as (
      update strike s set undone_at = ${ctx.at} from strike_origin o
      where s.centre_id = ${ctx.centreId} and o.centre_id = s.centre_id and o.strike_id = s.id and o.school_id = ${schoolId}
        and o.list_id = ${listId} and o.undone_at is null and o.company_id = any(${companyIds}::int[])
      returning s.id, s.company_id, s.cvr
    ), origin as (
      update strike_origin o set undone_at = ${ctx.at} from taken_back t where o.centre_id = ${ctx.centreId} and o.strike_id = t.id
    )
    select company_id, cvr from taken_back order by company_id`.execute(ctx.db)
  return rows
}

export const insertKeeps = async (
  ctx: Ctx,
  to: { listId: number; schoolId: number; personId: number },
  companyIds: readonly number[],
) => {
  const { rows } = await sql<Struck>`
    insert into kept (centre_id, school_id, list_id, company_id, person_id, kept_at)
    select d.centre_id, ${to.schoolId}, d.list_id, d.company_id, ${to.personId}, ${ctx.at} from listed_company d
    where d.centre_id = ${ctx.centreId} and d.list_id = ${to.listId} and d.company_id = any(${companyIds}::int[])
    order by d.company_id
    on conflict (centre_id, school_id, list_id, company_id) do nothing
    returning company_id, (select cvr from company_place c where c.id = company_id) as cvr`.execute(ctx.db)
  return rows
}

export const deleteKeeps = async (ctx: Ctx, listId: number, schoolId: number, companyIds: readonly number[]) => {
  const { rows } = await sql<Struck>`
    delete from kept where centre_id = ${ctx.centreId} and school_id = ${schoolId} and list_id = ${listId} and company_id = any(${companyIds}::int[])
    returning company_id, (select cvr from company_place c where c.id = company_id) as cvr`.execute(ctx.db)
  return rows
}

/** Statements on who of the own school looks at what: row-level security shows no other's. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Role } from '../centre/roles.ts'

export type ShareRow = Awaited<ReturnType<typeof sharesOf>>[number]
/** As they stand in a hearing that the own school may still answer; in the list's order. */
export const sharesOf = (ctx: Ctx, hearingId: number) =>
  ctx.db
    .selectFrom('hearingShareNow as s')
    .innerJoin('listedCompany as d', (join) =>
      join
        .onRef('d.centreId', '=', 's.centreId')
        .onRef('d.listId', '=', 's.listId')
        .onRef('d.companyId', '=', 's.companyId'),
    )
    .select(['s.companyId', 's.personId', 's.person', 's.givenBy', 's.giver', 's.givenAt', 's.why', 's.answered'])
    .select(['s.backAt', 's.backWhy'])
    .where('s.centreId', '=', ctx.centreId)
    .where('s.hearingId', '=', hearingId)
    .orderBy('d.position')
    .execute()

/** Who of the school answers hearings: people of these roles whom it has agreed to. */
export const colleaguesOf = (ctx: Ctx, roles: readonly Role[], schoolId: number) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['personId', 'name', 'email', 'language'])
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('role', 'in', roles)
    .where('schoolWaits', '=', false)
    .orderBy('name')
    .execute()

type Touched = { companyId: number; cvr: string }
type Given = {
  listId: number
  hearingId: number
  schoolId: number
  personId: number
  why: string
  letter: number | null
}
/**
 * What nobody decided and nobody else looks at: free, my own, what I have sent, what came back, and what somebody had who answers for the school no more.
 * The caller holds the school's answer, so that two colleagues take turns.
 */
export const insertShares = async (ctx: Ctx, given: Given, companyIds: readonly number[]): Promise<Touched[]> => {
  const { rows } = await sql<Touched>`
    insert into hearing_share as h (centre_id, school_id, list_id, company_id, person_id, given_by, given_at, why, letter)
    select d.centre_id, ${given.schoolId}, d.list_id, d.company_id, ${given.personId}, ${ctx.personId}, ${ctx.at}, ${given.why}, ${given.letter}::int
    from listed_company d
    where d.centre_id = ${ctx.centreId} and d.list_id = ${given.listId} and d.company_id = any(${companyIds}::int[])
      and not exists (select from own_decision o where o.centre_id = d.centre_id and o.school_id = ${given.schoolId} and o.list_id = d.list_id and o.company_id = d.company_id)
    order by d.company_id
    on conflict (centre_id, school_id, list_id, company_id) do update
      set person_id = excluded.person_id, given_by = excluded.given_by, given_at = excluded.given_at, why = excluded.why, letter = excluded.letter, back_at = null, back_why = ''
      where h.back_at is not null or ${ctx.personId} in (h.person_id, h.given_by)
        or not exists (select from hearer_now m where m.centre_id = h.centre_id and m.person_id = h.person_id and m.school_id = h.school_id)
    returning company_id, (select cvr from company_place c where c.id = company_id) as cvr`.execute(ctx.db)
  return rows
}

const own = (ctx: Ctx, { listId, schoolId }: Pick<Given, 'listId' | 'schoolId'>, companyIds: readonly number[]) =>
  sql`centre_id = ${ctx.centreId} and school_id = ${schoolId} and list_id = ${listId} and company_id = any(${companyIds}::int[])`

/** What one took oneself, or has sent. */
export const deleteShares = async (
  ctx: Ctx,
  of: Pick<Given, 'listId' | 'schoolId'>,
  companyIds: readonly number[],
): Promise<Touched[]> => {
  const { rows } = await sql<Touched>`
    delete from hearing_share where ${own(ctx, of, companyIds)} and given_by = ${ctx.personId}
    returning company_id, (select cvr from company_place c where c.id = company_id) as cvr`.execute(ctx.db)
  return rows
}

/** What a colleague sent one. */
export const setBack = async (
  ctx: Ctx,
  of: Pick<Given, 'listId' | 'schoolId' | 'why'>,
  companyIds: readonly number[],
): Promise<Touched[]> => {
  const { rows } = await sql<Touched>`
    update hearing_share set back_at = ${ctx.at}, back_why = ${of.why}
    where ${own(ctx, of, companyIds)} and person_id = ${ctx.personId} and given_by <> person_id and back_at is null
    returning company_id, (select cvr from company_place c where c.id = company_id) as cvr`.execute(ctx.db)
  return rows
}

/** Which of these letters still ask for something. */
export const lettersAsking = async (ctx: Ctx, letters: readonly number[]): Promise<number[]> => {
  const { rows } = await sql<{ letter: number }>`
    select distinct letter from hearing_share where centre_id = ${ctx.centreId} and letter = any(${letters}::int[])`.execute(
    ctx.db,
  )
  return rows.map(({ letter }) => letter)
}

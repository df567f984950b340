/** What people say of pairs of a contact and a company, kept by what the contact says: never asked again, in no later list of calls or of contacts. */
import { sql } from 'kysely'
import { type Ctx, personOf, schoolOf } from '#platform/context'
import { recognised } from './matching.sql.ts'

type OnList = { listId: number; companyIds: readonly number[] }

/**
 * The school has said of these companies of a list that they are its contact's (`same`: the one that fits best and was shown), or nobody's of
 * those that look like it.
 */
export const rememberPairs = async (ctx: Ctx, { listId, companyIds }: OnList, same: boolean) => {
  const schoolId = schoolOf(ctx)
  const shown = same ? sql`best` : sql`pairs`
  await sql`insert into pair_said (centre_id, school_id, contact_key, key_mark, cvr, company_id, list_id, same, said_at, said_by)
    select distinct on (s.key, d.company_id) d.centre_id, ${schoolId}, s.key, school_mark(app_school_key(), 'key', ''), d.cvr, d.company_id, d.list_id, ${same}, ${ctx.at}, ${personOf(ctx)}
    from (${recognised(ctx, listId, schoolId, companyIds)} select company_id, contact_id from ${shown}) x
    join school_contact_now s on s.centre_id = ${ctx.centreId} and s.id = x.contact_id
    join listed_company d on d.centre_id = ${ctx.centreId} and d.list_id = ${listId} and d.company_id = x.company_id
    on conflict (centre_id, school_id, contact_key, company_id, list_id) do update
      set same = excluded.same, said_at = excluded.said_at, said_by = excluded.said_by`.execute(ctx.db)
}

/** What was said of them on this list is taken back; what was said before on another holds again. */
export const forgetPairs = async (ctx: Ctx, { listId, companyIds }: OnList) => {
  await sql`delete from pair_said where centre_id = ${ctx.centreId} and school_id = ${schoolOf(ctx)} and list_id = ${listId}
    and company_id = any(${companyIds}::int[])`.execute(ctx.db)
}

/** The contacts are gone, and with them what was said of them. */
export const forgetAllPairs = async (ctx: Ctx) => {
  await sql`delete from pair_said where centre_id = ${ctx.centreId} and school_id = ${schoolOf(ctx)}`.execute(ctx.db)
}

export const anyPair = async (ctx: Ctx): Promise<boolean> => {
  const { rows } =
    await sql`select from pair_said where centre_id = ${ctx.centreId} and school_id = ${schoolOf(ctx)} limit 1`.execute(
      ctx.db,
    )
  return rows.length > 0
}

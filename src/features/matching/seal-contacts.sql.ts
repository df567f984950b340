/** Statements of the job that seals what schools handed in before contacts were sealed. */
import { sql } from 'kysely'
import { type Ctx, schoolOf } from '#platform/context'

export const schoolsDue = async (ctx: Ctx): Promise<number[]> =>
  (
    await ctx.db
      .selectFrom('contactSealingDue')
      .select('schoolId')
      .where('centreId', '=', ctx.centreId)
      .orderBy('schoolId')
      .execute()
  ).map(({ schoolId }) => schoolId)

/** Is there a school that the queue was not told of, or that it has given up? */
export const notTold = async (ctx: Ctx): Promise<boolean> => {
  const { rows } = await sql`update contact_sealing_due set told_at = ${ctx.at}
    where centre_id = ${ctx.centreId} and (told_at is null or told_at < ${ctx.at}::timestamptz - interval '1 hour') returning school_id`.execute(
    ctx.db,
  )
  return rows.length > 0
}

export const noLongerDue = (ctx: Ctx, schoolId: number) =>
  ctx.db.deleteFrom('contactSealingDue').where('centreId', '=', ctx.centreId).where('schoolId', '=', schoolId).execute()

/**
 * What was said of pairs goes by a mark from now on: made of what it went by, so that what is handed in later is the same. What has been said
 * of the same pair on the same list since, by mark, holds.
 */
export const markPairs = async (ctx: Ctx) => {
  const open = sql`o.centre_id = ${ctx.centreId} and o.school_id = ${schoolOf(ctx)} and o.key_mark is null and app_school_key() is not null`
  const mark = sql`school_mark(app_school_key(), 'contact', o.contact_key::text)`
  await sql`delete from pair_said o using pair_said n where ${open} and n.centre_id = o.centre_id and n.school_id = o.school_id and n.key_mark is not null
    and n.contact_key = ${mark} and n.company_id = o.company_id and n.list_id = o.list_id`.execute(ctx.db)
  await sql`update pair_said o set contact_key = ${mark}, key_mark = school_mark(app_school_key(), 'key', '') where ${open}`.execute(
    ctx.db,
  )
}

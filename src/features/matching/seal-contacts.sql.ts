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

/** What was said of pairs goes by a mark from now on: made of what it went by, so that what is handed in later is the same. */
export const markPairs = (ctx: Ctx) =>
  sql`update pair_said set contact_key = school_mark(app_school_key(), 'contact', contact_key::text), key_mark = school_mark(app_school_key(), 'key', '')
    where centre_id = ${ctx.centreId} and school_id = ${schoolOf(ctx)} and key_mark is null and app_school_key() is not null`.execute(
    ctx.db,
  )

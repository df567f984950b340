import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/** Until the end of the transaction this person sends no other: of many at once each is counted. The address is held already. */
export const lockSender = (ctx: Ctx, personId: number) =>
  sql`select pg_advisory_xact_lock(hashtext('invitation sender'), hashtext(${`${ctx.centreId} ${personId}`}))`.execute(
    ctx.db,
  )

/** When the last but so many went out; undefined while there are fewer. Then the next may go a day later. */
export const nthSince = async (
  ctx: Ctx,
  of: { email: string } | { sentBy: number },
  since: string,
  nth: number,
): Promise<string | undefined> => {
  const found = await ctx.db
    .selectFrom('invitationSending')
    .select('sentAt')
    .where('centreId', '=', ctx.centreId)
    .where((eb) => ('email' in of ? eb('email', '=', of.email) : eb('sentBy', '=', of.sentBy)))
    .where('sentAt', '>', since)
    .orderBy('sentAt', 'desc')
    .offset(nth - 1)
    .limit(1)
    .executeTakeFirst()
  return found?.sentAt
}

export const insertSending = async (ctx: Ctx, email: string, sentBy: number) => {
  await ctx.db
    .deleteFrom('invitationSending')
    .where('centreId', '=', ctx.centreId)
    .where('sentAt', '<', ctx.now.subtract({ hours: 24 }).toString())
    .execute()
  await ctx.db
    .insertInto('invitationSending')
    .values({ centreId: ctx.centreId, email, sentBy, sentAt: ctx.at })
    .execute()
}

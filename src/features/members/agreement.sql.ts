import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { Role } from '../centre/roles.ts'

/** Until the end of the transaction nobody else invites a leader of this school, or becomes one. */
export const lockLeadership = (ctx: Ctx, schoolId: number) =>
  sql`select pg_advisory_xact_lock(hashtext('leadership'), hashtext(${`${ctx.centreId} ${schoolId}`}))`.execute(ctx.db)

/** Whether someone leads a school or has led it, whatever he is now, or someone else holds an open invitation to. */
export const hasHadOrAwaits = async (ctx: Ctx, roles: readonly Role[], schoolId: number, beside = 0) => {
  const led = await ctx.db
    .selectFrom('memberEver')
    .select('memberId')
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('role', 'in', roles)
    .limit(1)
    .executeTakeFirst()
  const before = await ctx.db
    .selectFrom('formerPlace')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('role', 'in', roles)
    .limit(1)
    .executeTakeFirst()
  const invited = await ctx.db
    .selectFrom('invitation')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('role', 'in', roles)
    .where('id', '!=', beside)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', ctx.at)
    .limit(1)
    .executeTakeFirst()
  return led !== undefined || before !== undefined || invited !== undefined
}

/** Leaders who can agree: here now, and agreed to themselves. */
export const leadersHere = (ctx: Ctx, roles: readonly Role[], schoolId: number) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['personId', 'name', 'email', 'language', 'school'])
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('role', 'in', roles)
    .where('schoolWaits', '=', false)
    .orderBy('personId')
    .execute()

/** Undefined when there is nobody at this school who waits under this number. */
export const markAgreed = (ctx: Ctx, id: number, schoolId: number) =>
  ctx.db
    .updateTable('membership')
    .set({ agreedAt: ctx.at, agreedBy: personOf(ctx) })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('schoolId', '=', schoolId)
    .where('agreedAt', 'is', null)
    .where('leftAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

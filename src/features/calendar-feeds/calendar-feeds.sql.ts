import type { Ctx } from '#platform/context'
import type { Role } from '../centre/roles.ts'

/** Someone of these roles who works here now, by name and language. */
export const memberWith = (ctx: Ctx, personId: number, roles: readonly Role[]) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['name', 'language'])
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .where('role', 'in', roles)
    .executeTakeFirst()

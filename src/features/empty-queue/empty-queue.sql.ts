/** Statements on whom to ask. */
import type { Ctx } from '#platform/context'
import { coordinators } from '../centre/roles.ts'

/** Two names are enough to ask one of them; who has been here longest first. */
export const runnersNow = (ctx: Ctx) =>
  ctx.db
    .selectFrom('memberNow')
    .select('name')
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', coordinators)
    .orderBy('joinedAt')
    .limit(2)
    .execute()

/** Where is met. */
import type { Ctx } from '#platform/context'

export const placeOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .select(['id', 'cvr', 'municipality', 'industry'])
    .where('id', '=', companyId)
    .executeTakeFirst()
export type Place = NonNullable<Awaited<ReturnType<typeof placeOf>>>

/** Where is met, and for how long. */
import type { Ctx } from '#platform/context'

export const placeOf = (ctx: Ctx, companyId: number) =>
  ctx.db.selectFrom('companyPlace').select(['id', 'cvr', 'municipality']).where('id', '=', companyId).executeTakeFirst()
export type Place = NonNullable<Awaited<ReturnType<typeof placeOf>>>

/** How long a meeting is, as the centre has chosen. */
export const visitMinutes = async (ctx: Ctx): Promise<number> => {
  const row = await ctx.db
    .selectFrom('rulesNow')
    .select('visitMinutes')
    .where('centreId', '=', ctx.centreId)
    .executeTakeFirst()
  return row?.visitMinutes ?? 60
}

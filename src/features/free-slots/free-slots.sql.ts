/** Where is met. */
import type { Ctx } from '#platform/context'

export const placeOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .select(['id', 'cvr', 'municipality', 'industry'])
    .where('id', '=', companyId)
    .executeTakeFirst()
export type Place = NonNullable<Awaited<ReturnType<typeof placeOf>>>
/** Of several, by number. */
export const placesOf = async (ctx: Ctx, companyIds: readonly number[]) => {
  const rows = await ctx.db
    .selectFrom('companyPlace')
    .select(['id', 'municipality'])
    .where('id', 'in', [...new Set(companyIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Statements on what callers skip. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { isApart } from '../leaderships/leaderships.ts'

type Place = { cvr: string; companyId: number }
const place = ({ cvr, companyId }: Place) =>
  sql<number>`case when ${isApart(sql`${cvr}::text`)} then ${companyId}::int else 0 end`
export const insertSkip = (ctx: Ctx, of: Place, untilAt: string) =>
  ctx.db
    .insertInto('callSkip')
    .values({ centreId: ctx.centreId, personId: ctx.personId ?? 0, cvr: of.cvr, place: place(of), untilAt })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId', 'cvr', 'place']).doUpdateSet({ untilAt }))
    .execute()
/** All one's own; how many of them still ran. */
export const removeSkips = async (ctx: Ctx): Promise<number> => {
  const skips = await ctx.db
    .deleteFrom('callSkip')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .returning('untilAt')
    .execute()
  return skips.filter(({ untilAt }) => Date.parse(untilAt) > ctx.now.epochMilliseconds).length
}
export const removeSkip = (ctx: Ctx, { cvr, companyId }: Place) =>
  ctx.db
    .deleteFrom('callSkip')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('cvr', '=', cvr)
    .where('place', 'in', [0, companyId])
    .execute()

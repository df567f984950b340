/** Statements on what came from a stand. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

export const insertLead = (ctx: Ctx, gatheringId: number, enquiryId: number) =>
  ctx.db.insertInto('standLead').values({ centreId: ctx.centreId, enquiryId, gatheringId, leftAt: ctx.at }).execute()
export const leadsSince = async (ctx: Ctx, gatheringId: number, since: string | null): Promise<number> => {
  let rows = ctx.db
    .selectFrom('standLead')
    .where('centreId', '=', ctx.centreId)
    .where('gatheringId', '=', gatheringId)
    .select(sql<number>`count(*)::int`.as('many'))
  if (since !== null) rows = rows.where('leftAt', '>', since)
  return (await rows.executeTakeFirstOrThrow()).many
}

import type { Ctx } from '#platform/context'
import { visitsCompanies } from '../centre/roles.ts'

/** Companies of a list that nothing keeps from being called but that nobody knows their number. */
export const numberlessOf = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('queueRow as q')
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .select(['c.id as companyId', 'c.name', 'c.street', 'c.town', 'c.industryText as industry', 'c.website'])
    .where('q.centreId', '=', ctx.centreId)
    .where('q.listId', '=', listId)
    .where('q.hindrance', '=', 'no-phone')
    .orderBy('q.position')
    .limit(100)
    .execute()
export const wantsNumber = async (ctx: Ctx, companyId: number) =>
  (await ctx.db
    .selectFrom('queueRow as q')
    .innerJoin('callingList as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
    .select('q.companyId')
    .where('q.centreId', '=', ctx.centreId)
    .where('q.companyId', '=', companyId)
    .where('q.hindrance', '=', 'no-phone')
    // One for own consultants is no matter of who only calls.
    .where((eb) => (visitsCompanies(ctx) ? eb.lit(true) : eb('l.byVisitors', '=', false)))
    .executeTakeFirst()) !== undefined

/** The talk goes on with another number; false when somebody else is on it. The guard refuses one that may not be called (TV001). */
export const moveHold = async (ctx: Ctx, companyId: number, phone: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('callHold')
    .set({ phone })
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('companyId', '=', companyId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('callHold as other')
            .select('other.companyId')
            .where('other.centreId', '=', ctx.centreId)
            .where('other.phone', '=', phone)
            .where('other.companyId', '<>', companyId),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Statements on networks of companies. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

const networks = (ctx: Ctx) =>
  ctx.db
    .selectFrom('companyNetworkNow')
    .where('centreId', '=', ctx.centreId)
    .select(['id', 'name', 'who', 'nextOn', 'version'])
/** Those whose next meeting lies ahead first, the soonest of them; then by name. */
export const allNetworks = (ctx: Ctx) =>
  networks(ctx)
    .orderBy(
      (eb) => eb.case().when('nextOn', '>=', ctx.today).then(eb.ref('nextOn')).end(),
      (order) => order.asc().nullsLast(),
    )
    .orderBy('name')
    .limit(500)
    .execute()
export const networkById = (ctx: Ctx, id: number) => networks(ctx).where('id', '=', id).executeTakeFirst()
export const countNetworks = async (ctx: Ctx): Promise<number> => {
  const { count } = await ctx.db
    .selectFrom('companyNetworkNow')
    .where('centreId', '=', ctx.centreId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type Form = { name: string; who: string; nextOn: string | null }
/** Undefined: one is called so already. */
export const insertNetwork = (ctx: Ctx, form: Form) =>
  ctx.db
    .insertInto('companyNetwork')
    .values({ ...form, centreId: ctx.centreId, addedBy: personOf(ctx), addedAt: ctx.at })
    .onConflict((named) => named.doNothing())
    .returning('id')
    .executeTakeFirst()
const one = (ctx: Ctx, id: number) =>
  ctx.db.updateTable('companyNetwork').where('centreId', '=', ctx.centreId).where('id', '=', id)
/** Undefined: another version stands, or it has ended. */
export const updateNetwork = (ctx: Ctx, id: number, { name, who, nextOn, version }: Form & { version: number }) =>
  one(ctx, id)
    .where('endedAt', 'is', null)
    .where('version', '=', version)
    .set({ name, who, nextOn, version: version + 1 })
    .returning('id')
    .executeTakeFirst()
export const markEnded = (ctx: Ctx, id: number) =>
  one(ctx, id)
    .where('endedAt', 'is', null)
    .set({ endedAt: ctx.at, endedBy: personOf(ctx) })
    .returning('name')
    .executeTakeFirst()
export const markGoingOn = (ctx: Ctx, id: number) =>
  one(ctx, id)
    .where('endedAt', 'is not', null)
    .set({ endedAt: null, endedBy: null })
    .returning('name')
    .executeTakeFirst()

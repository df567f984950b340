import type { Ctx } from '#platform/context'

export const companyById = (ctx: Ctx, id: number) =>
  ctx.db.selectFrom('companyPlace').where('id', '=', id).select('cvr').executeTakeFirst()

export const namesOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .innerJoin('centreNow as centre', (join) => join.on('centre.id', '=', ctx.centreId))
    .where('c.id', '=', companyId)
    .select(['c.name as company', 'c.kind', 'centre.name as centre'])
    .executeTakeFirstOrThrow()

/** Who is in the centre now, as a company may see them. */
export const membersNow = (ctx: Ctx) =>
  ctx.db
    .selectFrom('memberNow as m')
    .where('m.centreId', '=', ctx.centreId)
    .select(['m.personId as id', 'm.name', 'm.email', 'm.phone', 'm.role', 'm.school'])
    .orderBy('m.memberId')
    .execute()

export const hasSaidStop = async (ctx: Ctx, companyId: number) => {
  const block = await ctx.db
    .selectFrom('hindranceNow')
    .where('centreId', '=', ctx.centreId)
    .where('companyId', '=', companyId)
    .where('kind', '=', 'stop')
    .select('sourceId')
    .executeTakeFirst()
  return block !== undefined
}

import type { Ctx } from '#platform/context'

export const namesOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('company as c')
    .innerJoin('centre', (join) => join.on('centre.id', '=', ctx.centreId))
    .where('c.id', '=', companyId)
    .select(['c.name as company', 'centre.name as centre'])
    .executeTakeFirstOrThrow()

/** Who is in the centre now, as a company may see them. */
export const membersNow = (ctx: Ctx) =>
  ctx.db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .leftJoin('school as s', (join) => join.onRef('s.centreId', '=', 'm.centreId').onRef('s.id', '=', 'm.schoolId'))
    .where('m.centreId', '=', ctx.centreId)
    .where('m.leftAt', 'is', null)
    .select(['p.id', 'p.name', 'p.email', 'm.phone', 'm.role', 's.name as school'])
    .orderBy('m.id')

export const hasSaidStop = async (ctx: Ctx, cvr: string) => {
  const block = await ctx.db
    .selectFrom('callBlock')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('reason', '=', 'do-not-contact')
    .select('sourceId')
    .executeTakeFirst()
  return block !== undefined
}

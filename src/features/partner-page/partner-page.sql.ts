import type { Ctx } from '#platform/context'

export const centreName = async (ctx: Ctx): Promise<string> =>
  (await ctx.db.selectFrom('centreNow').where('id', '=', ctx.centreId).select('name').executeTakeFirstOrThrow()).name

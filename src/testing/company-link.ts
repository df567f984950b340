import type { Ctx } from '../platform/context.ts'
import { makeCompanyLink } from '../features/links/links.ts'
import type { PersonKey } from '../../db/world.ts'

type World = { inside: <T>(who: PersonKey, work: (ctx: Ctx) => Promise<T>) => Promise<T> }

/** A company's link, as it stands in the mail that only the company gets. */
export const linkFor = async (world: World, companyId: number, who: PersonKey = 'anne') => {
  const { id, url } = await world.inside(who, async (ctx) => {
    const { cvr } = await ctx.db
      .selectFrom('companyPlace')
      .where('id', '=', companyId)
      .select('cvr')
      .executeTakeFirstOrThrow()
    return makeCompanyLink(ctx, { companyId, cvr })
  })
  return { id, url, token: url.split('/').at(-1) ?? '' }
}

import type { Ctx } from '#platform/context'

export const insertLink = (ctx: Ctx, link: { hash: string; cvr: string; companyId: number }) =>
  ctx.db
    .insertInto('companyLink')
    .values({ ...link, centreId: ctx.centreId, madeBy: ctx.personId, madeAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

/** The link behind a hash, and that it was opened now; nothing when it is unknown or revoked. */
export const openLink = (ctx: Ctx, hash: string) =>
  ctx.db
    .updateTable('companyLink')
    .set({ lastOpenedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('hash', '=', hash)
    .where('revokedAt', 'is', null)
    .returning(['id', 'cvr', 'companyId'])
    .executeTakeFirst()

export const revokeLink = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('companyLink')
    .set({ revokedAt: ctx.at, revokedBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning(['id', 'cvr'])
    .executeTakeFirst()

export const linkExists = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('companyLink')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst()

export const linkRows = (
  ctx: Ctx,
  sought: { companyId?: number | undefined; inUse?: boolean | undefined; before?: number | undefined; limit: number },
) => {
  let rows = ctx.db
    .selectFrom('companyLink as l')
    .innerJoin('companyPlace as c', 'c.id', 'l.companyId')
    .leftJoin('personNamed as maker', 'maker.id', 'l.madeBy')
    .leftJoin('personNamed as revoker', 'revoker.id', 'l.revokedBy')
    .where('l.centreId', '=', ctx.centreId)
  if (sought.companyId) rows = rows.where('l.companyId', '=', sought.companyId)
  if (sought.inUse !== undefined) rows = rows.where('l.revokedAt', sought.inUse ? 'is' : 'is not', null)
  if (sought.before) rows = rows.where('l.id', '<', sought.before)
  return rows
    .select([
      'l.id',
      'l.companyId',
      'c.name as company',
      'maker.name as madeBy',
      'l.madeAt',
      'l.lastOpenedAt',
      'l.revokedAt',
      'revoker.name as revokedBy',
    ])
    .orderBy('l.id', 'desc')
    .limit(sought.limit)
    .execute()
}

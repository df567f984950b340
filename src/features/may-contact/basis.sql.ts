import type { Ctx } from '#platform/context'
import type { BasisKind } from './basis.schema.ts'

/** Bases that stand, newest first. */
export const basesOf = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('contactBasis as k')
    .innerJoin('personNamed as p', 'p.id', 'k.personId')
    .select(['k.id', 'k.basis', 'k.note', 'p.name as who', 'k.recordedAt'])
    .$narrowType<{ basis: BasisKind }>()
    .where('k.centreId', '=', ctx.centreId)
    .where('k.cvr', '=', cvr)
    .where('k.withdrawnAt', 'is', null)
    .orderBy('k.id', 'desc')
    .execute()

export const insertBasis = async (
  ctx: Ctx,
  given: { cvr: string; basis: BasisKind; note: string; personId: number },
): Promise<number> => {
  const { id } = await ctx.db
    .insertInto('contactBasis')
    .values({ ...given, centreId: ctx.centreId, recordedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const endBasis = (ctx: Ctx, cvr: string, id: number, personId: number) =>
  ctx.db
    .updateTable('contactBasis')
    .set({ withdrawnAt: ctx.at, withdrawnBy: personId })
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning(['basis', 'note'])
    .executeTakeFirst()

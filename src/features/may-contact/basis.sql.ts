import type { Ctx } from '#platform/context'
import type { BasisKind } from './basis.schema.ts'
import type { Channel } from './hindrance.schema.ts'

/** Bases that stand, newest first. */
export const basesOf = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('contactBasis as k')
    .innerJoin('personNamed as p', 'p.id', 'k.personId')
    .select([
      'k.id',
      'k.basis',
      'k.note',
      'p.name as who',
      'k.recordedAt',
      'k.channel',
      'k.companyId',
      'k.givenOn',
      'k.lapsesOn',
    ])
    .$narrowType<{ basis: BasisKind; channel: Channel }>()
    .where('k.centreId', '=', ctx.centreId)
    .where('k.cvr', '=', cvr)
    .where('k.withdrawnAt', 'is', null)
    .where('k.lapsesOn', '>', ctx.today)
    .orderBy('k.id', 'desc')
    .execute()

export const insertBasis = async (
  ctx: Ctx,
  given: {
    cvr: string
    companyId: number | null
    basis: BasisKind
    channel: Channel
    note: string
    givenOn: string
    lapsesOn: string
    personId: number
  },
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

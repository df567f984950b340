import type { Ctx } from '#platform/context'

export type QuietReason = 'later' | 'not-interested' | 'no-answer' | 'wrong-number' | 'closed' | 'do-not-contact'
export type NewQuiet = {
  cvr: string
  reason: QuietReason
  fromOn: string
  untilOn: string | null
  source: 'call' | 'link' | 'staff'
  callId: number | null
  words: string
}

export const insertQuiet = async (ctx: Ctx, row: NewQuiet): Promise<number> => {
  const { id } = await ctx.db
    .insertInto('waitingPeriod')
    .values({ centreId: ctx.centreId, ...row, personId: ctx.personId, setAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const periods = (ctx: Ctx) =>
  ctx.db
    .selectFrom('waitingPeriod as w')
    .leftJoin('personNamed as p', 'p.id', 'w.personId')
    .leftJoin('personNamed as l', 'l.id', 'w.liftedBy')
    .leftJoin('companyPlace as c', (join) => join.onRef('c.cvr', '=', 'w.cvr').on('c.kind', '=', 'company'))
    .select([
      'w.id',
      'w.cvr',
      'c.id as companyId',
      'w.reason',
      'w.fromOn as from',
      'w.untilOn as until',
      'w.source',
      'p.name as setBy',
      'w.setAt',
      'w.words',
      'w.liftedAt',
      'l.name as liftedBy',
      'w.liftedWhy',
    ])
    .where('w.centreId', '=', ctx.centreId)
export type QuietRow = Awaited<ReturnType<ReturnType<typeof periods>['executeTakeFirstOrThrow']>>

export const quietById = (ctx: Ctx, id: number): Promise<QuietRow | undefined> =>
  periods(ctx).where('w.id', '=', id).executeTakeFirst()
export const quietOf = (ctx: Ctx, cvr: string): Promise<QuietRow[]> =>
  periods(ctx).where('w.cvr', '=', cvr).orderBy('w.setAt', 'desc').orderBy('w.id', 'desc').execute()

/** False when it was lifted already. */
export const markLifted = async (ctx: Ctx, id: number, why: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('waitingPeriod')
    .set({ liftedAt: ctx.at, liftedBy: ctx.personId, liftedWhy: why })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export const markNotLifted = async (ctx: Ctx, id: number): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('waitingPeriod')
    .set({ liftedAt: null, liftedBy: null, liftedWhy: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('liftedAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/** The quiet that a call gave falls with the call. */
export const liftOfCall = (ctx: Ctx, callId: number, why: string) =>
  ctx.db
    .updateTable('waitingPeriod')
    .set({ liftedAt: ctx.at, liftedBy: ctx.personId, liftedWhy: why })
    .where('centreId', '=', ctx.centreId)
    .where('callId', '=', callId)
    .where('liftedAt', 'is', null)
    .execute()

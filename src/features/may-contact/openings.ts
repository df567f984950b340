/** A company that turned to us itself may be contacted by who answers it, about that matter: a wait does not hold there. */
import type { Ctx } from '#platform/context'

export type Opening = {
  companyId: number
  cvr: string
  personId: number
  /** The moment from which it is open no more. */
  until: string
  /** The number of the owner's row that it comes from. */
  sourceId: number
}
/** The owner of the matter writes it down; told again, for another person say, it is written anew. */
export const openContact = async (ctx: Ctx, { sourceId, ...opening }: Opening): Promise<void> => {
  const row = { ...opening, since: ctx.at }
  await ctx.db
    .insertInto('contactOpening')
    .values({ ...row, sourceId, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'sourceId']).doUpdateSet(row))
    .execute()
}

/** The matter is over. One that was never opened is no error. */
export const closeContact = async (ctx: Ctx, sourceId: number): Promise<void> => {
  await ctx.db
    .deleteFrom('contactOpening')
    .where('centreId', '=', ctx.centreId)
    .where('sourceId', '=', sourceId)
    .execute()
}

/** Until when who asks may contact a company that turned to us; null: not open for him. */
export const openUntil = async (ctx: Ctx, cvr: string): Promise<string | null> => {
  const row = await ctx.db
    .selectFrom('contactOpenNow')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('personId', '=', ctx.personId ?? 0)
    .select('until')
    .orderBy('until', 'desc')
    .executeTakeFirst()
  return row?.until ?? null
}

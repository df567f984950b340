/** Statements on kept searches: row-level security lets nobody but their owner at them. */
import type { Ctx } from '#platform/context'
import type { ReportFilter } from './reports.schema.ts'

const mine = (ctx: Ctx) =>
  ctx.db.selectFrom('reportSearch').where('centreId', '=', ctx.centreId).where('personId', '=', ctx.personId)

export const mySearches = (ctx: Ctx) =>
  mine(ctx).select(['id', 'name', 'filter', 'lookedAt']).orderBy('name').orderBy('id').execute()

/** Of the same name: that one is looked for otherwise from now on. */
export const keepSearch = (ctx: Ctx, personId: number, name: string, filter: ReportFilter) => {
  const kept = { filter: JSON.stringify(filter), lookedAt: ctx.at }
  return ctx.db
    .insertInto('reportSearch')
    .values({ ...kept, name, personId, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId', 'name']).doUpdateSet(kept))
    .returning('id')
    .executeTakeFirstOrThrow()
}

export const noteLook = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('reportSearch')
    .set({ lookedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

export const deleteSearch = (ctx: Ctx, id: number) =>
  ctx.db
    .deleteFrom('reportSearch')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

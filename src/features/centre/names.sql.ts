import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { codeOf } from '#platform/failure'
import { problem } from '#platform/errors'

export type NamesRow = {
  centre: string
  hasCouncil: boolean
  councilName: string | null
  hostSchoolId: number | null
  host: string | null
  roles: Record<string, string>
}

export const insertNames = (ctx: Ctx) => ctx.db.insertInto('names').values({ centreId: ctx.centreId }).execute()

const own = sql<Record<string, string>>`n.roles`.as('roles')
export const namesNow = (ctx: Ctx): Promise<NamesRow> =>
  ctx.db
    .selectFrom('names as n')
    .innerJoin('centre as c', 'c.id', 'n.centreId')
    .select(['c.name as centre', 'n.hasCouncil', 'n.council as councilName', 'n.hostSchoolId', 'n.host', own])
    .where('n.centreId', '=', ctx.centreId)
    .executeTakeFirstOrThrow()

/** Of two who change at once the second waits here, and is told what the first left. */
export const lockNames = (ctx: Ctx) =>
  ctx.db.selectFrom('names').select('centreId').where('centreId', '=', ctx.centreId).forUpdate().execute()

/** Throws not-found for a host that is none of the centre's schools. */
export const replaceNames = async (ctx: Ctx, { centre, roles, councilName, ...names }: NamesRow) => {
  try {
    await ctx.db
      .updateTable('names')
      .set({ ...names, council: councilName, roles: JSON.stringify(roles) })
      .where('centreId', '=', ctx.centreId)
      .execute()
  } catch (error) {
    throw codeOf(error) === '23503' ? problem('not-found') : error
  }
  await ctx.db.updateTable('centre').set({ name: centre }).where('id', '=', ctx.centreId).execute()
}

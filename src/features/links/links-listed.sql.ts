/** Statements that list links, and on people's own. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { works } from './links.sql.ts'

type Sought = {
  companyId?: number | undefined
  inUse?: boolean | undefined
  before?: number | undefined
  /** These kinds are people's own. */
  notOf: readonly string[]
  limit: number
}
export const linkRows = (ctx: Ctx, sought: Sought) => {
  let rows = ctx.db
    .selectFrom('link as l')
    .leftJoin('companyPlace as c', 'c.id', 'l.companyId')
    .leftJoin('personNamed as maker', 'maker.id', 'l.madeBy')
    .leftJoin('personNamed as revoker', 'revoker.id', 'l.revokedBy')
    .leftJoin('companyPersonNow as whose', (join) =>
      join.onRef('whose.centreId', '=', 'l.centreId').onRef('whose.id', '=', 'l.companyPersonId'),
    )
    .where('l.centreId', '=', ctx.centreId)
    .where('l.kind', '<>', sql<string>`all(${sought.notOf})`)
  if (sought.companyId) rows = rows.where('l.companyId', '=', sought.companyId)
  if (sought.inUse !== undefined) rows = rows.where(works, sought.inUse ? 'is' : 'is not', true)
  if (sought.before) rows = rows.where('l.id', '<', sought.before)
  return rows
    .select([
      'l.id',
      'l.kind',
      'l.companyId',
      'c.name as company',
      'maker.name as madeBy',
      'l.madeAt',
      'l.lastOpenedAt',
      'l.recipientName',
      'l.recipientEmail',
      'l.companyPersonId',
      'whose.leftOn',
      'l.endsAt',
      'l.revokedAt',
      'revoker.name as revokedBy',
    ])
    .orderBy('l.id', 'desc')
    .limit(sought.limit)
    .execute()
}

/** The one of this kind that works, if he has one. */
export const linkOfPerson = (ctx: Ctx, kind: string, personId: number) =>
  ctx.db
    .selectFrom('link')
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where('subjectId', '=', personId)
    .where(works)
    .select(['id', 'madeAt', 'lastOpenedAt'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
export const endLinksOf = async (ctx: Ctx, kinds: readonly string[], personId: number) => {
  const rows = await ctx.db
    .updateTable('link')
    .set({ revokedAt: ctx.at, revokedBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', sql<string>`any(${kinds})`)
    .where('subjectId', '=', personId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Those of one kind that a company has, and work: the newest first. */
export const linksOfCompany = (ctx: Ctx, kind: string, companyId: number) =>
  ctx.db
    .selectFrom('link')
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where('companyId', '=', companyId)
    .where(works)
    .select(['id', 'recipientName', 'companyPersonId', 'madeAt', 'lastOpenedAt', 'endsAt'])
    .orderBy('id', 'desc')
    .execute()

/** The links of one kind that open one thing, and work. */
export const linksOf = (ctx: Ctx, kind: string, subjectId: number) =>
  ctx.db
    .selectFrom('link')
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where(works)
    .select((eb) => ['id', 'madeAt', 'lastOpenedAt', eb.fn.coalesce('recipientName', sql<string>`''`).as('name')])
    .orderBy('id')
    .execute()

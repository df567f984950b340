/** Statements on which company a tip is about. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'
import { isApart } from '../leaderships/leaderships.ts'

const place = ['c.id', 'c.name', 'c.town', 'c.cvr'] as const
const joinKey = sql<string>`case when ${isApart(sql`c.cvr`)} then c.cvr || '/' || c.id else c.cvr end`
export const placeById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .where('c.id', '=', id)
    .select(place)
    .select(joinKey.as('joinKey'))
    .executeTakeFirst()
/** Of what everybody can look up: nothing that the centre alone knows, and nothing that says what we may do there. */
export const openPlaces = (ctx: Ctx, q: string) => {
  const digits = q.replace(/[\s.-]/g, '')
  const words = q
    .trim()
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 6)
  // The first word finds by the register's index, which knows no word of fewer than three letters.
  if (digits.length !== 8 && (words[0] ?? '').length < 3) return Promise.resolve([])
  let rows = ctx.db.selectFrom('companyPlace as c').where('c.own', '=', false).where('c.closedOn', 'is', null)
  if (/^\d{8}$/.test(digits)) rows = rows.where('c.cvr', '=', digits).where('c.kind', '=', 'company')
  else
    for (const [n, word] of words.entries())
      rows = rows.where(
        n === 0
          ? sql<SqlBool>`c.sought like ${containing(word)}`
          : sql<SqlBool>`(c.sought like ${containing(word)} or lower(c.town) like ${containing(word)})`,
      )
  return rows.select(['c.id', 'c.name', 'c.town']).orderBy('c.name').orderBy('c.id').limit(5).execute()
}
export const openPlaceById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .where('c.id', '=', id)
    .where('c.own', '=', false)
    .select(place)
    .select(joinKey.as('joinKey'))
    .executeTakeFirst()

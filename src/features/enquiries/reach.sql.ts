/** Statements on what schools answer for. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Field } from './enquiry-words.table.ts'

export const reaches = async (ctx: Ctx) => {
  const { rows } = await sql<{ schoolId: number; school: string; fields: Field[]; areas: number[] }>`
    select s.id as school_id, s.name as school,
      array(select f.field from school_field f where f.centre_id = s.centre_id and f.school_id = s.id order by f.field) as fields,
      array(select a.municipality from school_area a where a.centre_id = s.centre_id and a.school_id = s.id order by a.municipality) as areas
    from school_now s where s.centre_id = ${ctx.centreId} order by s.name, s.id`.execute(ctx.db)
  return rows
}

/** How many enquiries each school was given within a year: whoever had fewest is next. */
export const givenLately = async (ctx: Ctx) => {
  const rows = await ctx.db
    .selectFrom('enquiry')
    .where('centreId', '=', ctx.centreId)
    .where('routedBy', '=', 'field')
    .where(sql<boolean>`registered_at > ${ctx.at}::timestamptz - interval '1 year' and school_id is not null`)
    .select(['schoolId', sql<number>`count(*)::int`.as('count')])
    .groupBy('schoolId')
    .execute()
  return new Map(rows.map(({ schoolId, count }) => [schoolId, count]))
}

export const replaceReach = async (
  ctx: Ctx,
  schoolId: number,
  { fields, areas }: { fields: readonly Field[]; areas: readonly number[] },
) => {
  const { centreId } = ctx
  await ctx.db.deleteFrom('schoolField').where('centreId', '=', centreId).where('schoolId', '=', schoolId).execute()
  await ctx.db.deleteFrom('schoolArea').where('centreId', '=', centreId).where('schoolId', '=', schoolId).execute()
  const named = [...new Set(fields)].map((field) => ({ centreId, schoolId, field }))
  const where = [...new Set(areas)].map((municipality) => ({ centreId, schoolId, municipality }))
  if (named.length > 0) await ctx.db.insertInto('schoolField').values(named).execute()
  if (where.length > 0) await ctx.db.insertInto('schoolArea').values(where).execute()
}

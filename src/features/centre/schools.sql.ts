import type { Ctx } from '#platform/context'
import { codeOf } from '#platform/failure'
import { problem } from '#platform/errors'

const shown = ['id', 'name', 'kind', 'institution', 'municipality', 'address', 'mailDomain'] as const

export const schoolRows = (ctx: Ctx) =>
  ctx.db.selectFrom('school').select(shown).where('centreId', '=', ctx.centreId).orderBy('name').execute()

/** The school that houses the centre, if any is said. */
export const hostSchool = async (ctx: Ctx) =>
  (await ctx.db.selectFrom('names').select('hostSchoolId').where('centreId', '=', ctx.centreId).executeTakeFirst())
    ?.hostSchoolId ?? null

export type SchoolRow = {
  name: string
  kind: string
  institution: string | null
  municipality: number | null
  address: string | null
  mailDomain: string | null
}
/** Undefined when the centre has a school of that name. */
export const insertSchool = (ctx: Ctx, school: SchoolRow) =>
  ctx.db
    .insertInto('school')
    .values({ ...school, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.doNothing())
    .returning(shown)
    .executeTakeFirst()

/** What is said of it, locked: two who change it take turns. */
export const lockSchool = (ctx: Ctx, id: number): Promise<SchoolRow | undefined> =>
  ctx.db
    .selectFrom('school')
    .select(['name', 'kind', 'institution', 'municipality', 'address', 'mailDomain'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** Throws already-exists for a name that another school has; undefined when there is none of this number. */
export const replaceSchool = async (ctx: Ctx, id: number, school: SchoolRow) => {
  try {
    return await ctx.db
      .updateTable('school')
      .set(school)
      .where('centreId', '=', ctx.centreId)
      .where('id', '=', id)
      .returning(shown)
      .executeTakeFirst()
  } catch (error) {
    throw codeOf(error) === '23505' ? problem('already-exists', { what: school.name }) : error
  }
}

/** The constraints decide: whatever points to a school keeps it. Throws school-in-use. */
export const deleteSchool = async (ctx: Ctx, id: number) => {
  try {
    return await ctx.db
      .deleteFrom('school')
      .where('centreId', '=', ctx.centreId)
      .where('id', '=', id)
      .returning(shown)
      .executeTakeFirst()
  } catch (error) {
    throw codeOf(error) === '23503' ? problem('school-in-use') : error
  }
}

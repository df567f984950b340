import type { Ctx } from '#platform/context'

const shown = ['id', 'name', 'kind', 'institution', 'municipality', 'mailDomain'] as const

export const schoolRows = (ctx: Ctx) =>
  ctx.db.selectFrom('school').select(shown).where('centreId', '=', ctx.centreId).orderBy('name').execute()

type NewSchool = {
  name: string
  kind: string
  institution: string | null
  municipality: number | null
  mailDomain: string | null
}
/** Undefined when the centre has a school of that name. */
export const insertSchool = (ctx: Ctx, school: NewSchool) =>
  ctx.db
    .insertInto('school')
    .values({ ...school, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.doNothing())
    .returning(shown)
    .executeTakeFirst()

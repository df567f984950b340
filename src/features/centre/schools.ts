/** Schools of a centre. */
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import type { School } from './schools.schema.ts'

type School_ = z.infer<typeof School>

export const listSchools = async (ctx: Ctx): Promise<{ rows: School_[] }> => ({
  rows: await ctx.db
    .selectFrom('school')
    .select(['id', 'name', 'kind', 'institution', 'municipality', 'mailDomain'])
    .where('centreId', '=', ctx.centreId)
    .orderBy('name')
    .execute(),
})

export type NewSchool = {
  name: string
  kind: string
  institution?: string | null | undefined
  municipality?: number | null | undefined
  mailDomain?: string | null | undefined
}

export const addSchool = async (ctx: Ctx, given: NewSchool): Promise<School_> => {
  const school = await ctx.db
    .insertInto('school')
    .values({
      centreId: ctx.centreId,
      name: given.name,
      kind: given.kind,
      institution: given.institution ?? null,
      municipality: given.municipality ?? null,
      mailDomain: given.mailDomain ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'name', 'kind', 'institution', 'municipality', 'mailDomain'])
    .executeTakeFirst()
  if (!school) throw problem('already-exists', { what: given.name })
  await record(ctx, { verb: 'added', subject: 'school', subjectId: school.id, after: school, topics: ['schools'] })
  return school
}

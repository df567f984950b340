/** Schools of a centre. */
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { centreEvents } from './centre-events.table.ts'
import type { School } from './schools.schema.ts'
import * as store from './schools.sql.ts'

const record = recorder(centreEvents)

type Shape = z.infer<typeof School>

export const listSchools = async (ctx: Ctx): Promise<{ rows: Shape[] }> => ({ rows: await store.schoolRows(ctx) })

export type NewSchool = {
  name: string
  kind: string
  institution?: string | null | undefined
  municipality?: number | null | undefined
  mailDomain?: string | null | undefined
}

export const addSchool = async (ctx: Ctx, given: NewSchool): Promise<Shape> => {
  const { name, kind, institution = null, municipality = null, mailDomain = null } = given
  const school = await store.insertSchool(ctx, { name, kind, institution, municipality, mailDomain })
  if (!school) throw problem('already-exists', { what: name })
  await record(ctx, { verb: 'added', subject: 'school', subjectId: school.id, after: school, topics: ['schools'] })
  return school
}

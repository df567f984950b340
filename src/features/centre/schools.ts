/** Schools of a centre. */
import type { Seen, z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { laidOver } from '#platform/laid-over'
import { centreEvents } from './centre-events.table.ts'
import { settlesCentre } from './roles.ts'
import type { School } from './schools.schema.ts'
import * as store from './schools.sql.ts'

const record = recorder(centreEvents)

type Shape = z.infer<typeof School>
const shown = <Row extends { id: number }>(ctx: Ctx, row: Row, host: number | null) => ({
  ...row,
  host: row.id === host,
  can: { change: settlesCentre(ctx) },
})

export const listSchools = async (ctx: Ctx): Promise<{ rows: Shape[] }> => {
  const [rows, host] = await Promise.all([store.schoolRows(ctx), store.hostSchool(ctx)])
  return { rows: rows.map((row) => shown(ctx, row, host)) }
}

export type NewSchool = { [Name in keyof store.SchoolRow]?: store.SchoolRow[Name] | undefined } & {
  name: string
  kind: string
}
const rowOf = ({ name, kind, ...given }: NewSchool): store.SchoolRow => {
  const { institution = null, municipality = null, address = null, mailDomain = null } = given
  return { name, kind, institution, municipality, address: address || null, mailDomain: mailDomain || null }
}

/** Throws already-exists. */
export const addSchool = async (ctx: Ctx, given: NewSchool): Promise<Shape> => {
  const school = await store.insertSchool(ctx, rowOf(given))
  if (!school) throw problem('already-exists', { what: given.name })
  await record(ctx, { verb: 'added', subject: 'school', subjectId: school.id, after: school, topics: ['schools'] })
  return shown(ctx, school, null)
}

/** Throws already-exists, not-found; changed-meanwhile where another has changed the same since it was `seen`. */
export const changeSchool = async (
  ctx: Ctx,
  id: number,
  { seen, ...given }: NewSchool & { seen?: Seen },
): Promise<Shape> => {
  const before = await store.lockSchool(ctx, id)
  if (!before) throw problem('not-found')
  const after = await store.replaceSchool(ctx, id, laidOver(before, rowOf(given), seen))
  if (!after) throw problem('not-found')
  await record(ctx, { verb: 'changed', subject: 'school', subjectId: id, after, topics: ['schools'] })
  return shown(ctx, after, await store.hostSchool(ctx))
}

/** One that was added by mistake: nothing may hang on it. Throws school-in-use, not-found. */
export const removeSchool = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  const before = await store.deleteSchool(ctx, id)
  if (!before) throw problem('not-found')
  await record(ctx, { verb: 'removed', subject: 'school', subjectId: id, before, topics: ['schools'] })
  return {}
}

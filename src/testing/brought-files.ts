/** A file of companies through the door: dry run, then the import; both must say the same. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import {
  listImportErrors,
  runImport,
  showImport,
  tryImport,
  uploadCompanies,
} from '../features/register/company-imports.schema.ts'
import type { OpenedWorld as World } from './world.ts'

type Row = Record<string, unknown>

/** All companies and workplaces as the coordinator sees them. */
const placesOf = (world: World) =>
  world.inside('birgit', async (ctx) => {
    const { rows } = await sql<{ row: Row }>`
      select to_jsonb(c) as row from company_place c order by c.cvr, c.p_number`.execute(ctx.db)
    return rows.map(({ row }) => row)
  })

export const bringing = (world: World) => {
  const birgit = world.as('birgit')
  return async (content: string | Buffer, { name = 'fil.csv', hidden = false } = {}) => {
    const { id, mapping, header } = await birgit.call(uploadCompanies, { query: { name } }, { bytes: content })
    const told = async () => {
      await world.runJobs()
      const { created, rejected, fileNotes, hidden: unseen } = await birgit.call(showImport, { params: { id } })
      const { rows } = await birgit.call(listImportErrors, { params: { id }, query: { limit: 200 } })
      const errors = rows.map(({ line, column, reason, rejected: out }) => ({ line, column, reason, rejected: out }))
      return { created, rejected, fileNotes, hidden: unseen, errors }
    }
    await birgit.call(tryImport, { params: { id }, body: { hidden } })
    const tried = await told()
    await birgit.call(runImport, { params: { id }, body: {} })
    const done = await told()
    expect(done).toEqual(tried)
    const held = Object.entries(mapping).map(([field, at]) => [header[at ?? -1], field])
    return { ...done, columns: Object.fromEntries(held) as Record<string, string>, rows: await placesOf(world) }
  }
}

/** What is told of the rows, in short: `3 Telefon: …`, with `!` where the row is out. */
export const said = ({ errors }: Awaited<ReturnType<ReturnType<typeof bringing>>>) =>
  errors.map(({ line, column, reason, rejected }) => `${line} ${column ?? '-'}${rejected ? '!' : ''}: ${reason}`)

/** What must come of a file: rows, what is told of its rows and of the whole, and how many rows stay out. */
export type Wanted = { rows: Row[]; told?: RegExp[]; notes?: RegExp[]; rejected?: number }

/** Exactly these rows, and exactly these sentences. */
export const expectBrought = (
  done: Awaited<ReturnType<ReturnType<typeof bringing>>>,
  { rows, told = [], notes = [], rejected = 0 }: Wanted,
) => {
  expect(done.rows).toHaveLength(rows.length)
  for (const row of rows) expect(done.rows).toContainEqual(expect.objectContaining(row))
  expect(done.rejected).toBe(rejected)
  const sentences = said(done)
  for (const [at, one] of told.entries()) expect(sentences[at]).toMatch(one)
  expect(sentences).toHaveLength(told.length)
  for (const [at, one] of notes.entries()) expect(done.fileNotes[at]).toMatch(one)
  expect(done.fileNotes).toHaveLength(notes.length)
}

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

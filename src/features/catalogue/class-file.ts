import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { problemText } from '#platform/files/file-problems.table'
import { type FileProblem, openTable, type Table } from '#platform/files/table'
import * as m from '#texts'
import { type FoundClass, neededColumns, readClass, type RowError } from './class-row.ts'
import { reason } from './reasons.ts'

export type GivenFile = { name: string; bytes: AsyncIterable<Uint8Array>; size: number }
export type ReadFile = {
  found: FoundClass[]
  /** Rows that stand twice and say the same: nothing to do. */
  repeated: number
  errors: RowError[]
  /** Rows, not reasons: one row may have several. */
  rejected: number
  notes: FileProblem[]
}

/** The whole portal holds some ten thousand classes; more than this in one file is another file. */
const limits = { fileBytes: 64 * 1024 * 1024 }

const bothLanguages = (found: FileProblem) => {
  const { line: _, ...rest } = found
  return { da: problemText(rest, 'da'), en: problemText(rest, 'en') }
}

const refuse = async (table: Table, reasonText: string): Promise<never> => {
  await table.close()
  throw problem('file-refused', { reason: reasonText })
}

/** Reads every row of the portal's file. Throws `file-refused` when it is no such file. */
export const readClassFile = async (ctx: Ctx, file: GivenFile): Promise<ReadFile> => {
  const table = await openTable(file, limits)
  const first = table.problems[0]
  if (table.header.length === 0 && first) return refuse(table, problemText(first, ctx.language))
  const places = new Map(table.header.map((name, at) => [name.toLowerCase(), at]))
  const missing = neededColumns.filter((name) => !places.has(name.toLowerCase()))
  if (missing.length > 0) {
    return refuse(table, m.catalogue_file_other({ columns: missing.join(', ') }, { locale: ctx.language }))
  }
  const read: ReadFile = { found: [], repeated: 0, errors: [], rejected: 0, notes: table.problems }
  const seen = new Map<string, FoundClass>()
  const refused = (errors: RowError[]) => {
    read.rejected++
    read.errors.push(...errors)
  }
  for await (const row of table.rows) {
    if ('problem' in row) {
      refused([{ line: row.line, column: row.problem.column ?? null, said: bothLanguages(row.problem) }])
      continue
    }
    const one = readClass(row.line, (column) => (row.cells[places.get(column.toLowerCase()) ?? -1] ?? '').trim())
    if ('errors' in one) {
      refused(one.errors)
      continue
    }
    const before = seen.get(one.quickNumber)
    if (!before) {
      seen.set(one.quickNumber, one)
      read.found.push(one)
    } else if (JSON.stringify({ ...before, line: 0 }) === JSON.stringify({ ...one, line: 0 })) read.repeated++
    else refused([{ line: one.line, column: 'kviknummer', said: reason.twice(before.line) }])
  }
  return read
}

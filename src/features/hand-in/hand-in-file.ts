/** A file's rows as lines: what its columns say of the company, else all that stands in the row. A row that could not be read is a line that says so. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { type FileSource, openTable, stopsReading, type Table } from '#platform/files/table'
import { reasonOfFile, sayReason } from '#platform/reason'
import * as m from '#texts'
import { contactTable, guessColumns } from '../school-contacts/school-contacts.ts'
import { addLines } from './draft.ts'
import { mostLines } from './hand-in-limits.table.ts'

const most = { fileBytes: 10_000_000, workbookBytes: 10_000_000 }
/** In this order in the line; whoever gave a list of contacts gave no more than this of each. */
const fields = ['name', 'cvr', 'pNumber', 'phone', 'mobile', 'town'] as const

const sayRow = (ctx: Ctx, { line, problem: wrong }: { line: number; problem: Parameters<typeof reasonOfFile>[0] }) =>
  m.hand_in_bad_row({ line, reason: sayReason(reasonOfFile(wrong), ctx.language) }, { locale: ctx.language })

/** No more than there is room for, and one, which is refused. */
const readRows = async (table: Table) => {
  const rows = []
  for await (const row of table.rows) {
    rows.push(row)
    if (rows.length > mostLines) break
  }
  await table.close()
  return rows
}

export const addFile = async (ctx: Ctx, file: FileSource) => {
  const table = await openTable(file, most, contactTable)
  const rows = await readRows(table)
  const stopped = table.problems.find(stopsReading)
  if (stopped && rows.length === 0)
    throw problem('file-refused', { reason: sayReason(reasonOfFile(stopped), ctx.language) })
  const cells = rows.flatMap((row) => (row.cells ? [row.cells] : []))
  const columns = guessColumns(table.header, cells.slice(0, 50))
  const chosen = fields.flatMap((field) => columns[field] ?? [])
  const lines = rows.map((row) => {
    if ('problem' in row && !row.cells) return sayRow(ctx, row)
    const all = row.cells ?? []
    const told = chosen.length > 0 ? chosen.map((at) => all[at] ?? '') : all
    return told.filter((cell) => cell.trim() !== '').join('; ')
  })
  if (lines.length === 0) throw problem('file-refused', { reason: m.hand_in_file_empty({}, { locale: ctx.language }) })
  return addLines(ctx, { lines, companyIds: [] })
}

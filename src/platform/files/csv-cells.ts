import { parse } from 'csv-parse/sync'
import type { Look } from './cell-looks.ts'
import { unguarded } from './formula-guard.ts'
import type { BadRecord, TextRecord } from './text-records.ts'

/** `hidden`: its row, or its sheet, is not shown. `sheet`: its place among the sheets that are read, when they are several. `looks`: of a workbook, where any cell is not plain. */
export type Cells = { line: number; cells: string[]; hidden?: true; sheet?: number; looks?: (Look | undefined)[] }

const recordBreak = '\n'

/**
 * The cells of a batch of records. csv-parse takes them apart (our own line map is the list of records); a batch without
 * any quote needs only a split. The leading apostrophe of a guarded formula (our own exports have it) is taken off.
 */
export const cellsOf = (records: (TextRecord | BadRecord)[], delimiter: string): (Cells | BadRecord)[] => {
  const quoted = records.filter((record): record is TextRecord => 'quoted' in record && record.quoted)
  const parsed = parseTogether(quoted, delimiter)
  let next = 0
  return records.map((record) => {
    if ('problem' in record) return record
    if (record.text.includes('\0')) {
      if (record.quoted) next += 1
      return { line: record.line, problem: { code: 'nul-characters', line: record.line } }
    }
    if (!record.quoted) return { line: record.line, cells: record.text.split(delimiter).map(unguarded) }
    const cells = parsed ? parsed[next] : parseOne(record, delimiter)
    next += 1
    if (!cells) return { line: record.line, problem: { code: 'row-not-readable', line: record.line } }
    return { line: record.line, cells: cells.map(unguarded) }
  })
}

/** Undefined when csv-parse does not see the same records as we do: then each is parsed alone, and no line is mistaken. */
const parseTogether = (records: TextRecord[], delimiter: string): string[][] | undefined => {
  if (records.length === 0) return []
  const rows = parseText(records.map((record) => record.text).join(recordBreak), delimiter)
  return rows?.length === records.length ? rows : undefined
}

const parseOne = (record: TextRecord, delimiter: string): string[] | undefined => {
  const rows = parseText(record.text, delimiter)
  return rows?.length === 1 ? rows[0] : undefined
}

const parseText = (text: string, delimiter: string): string[][] | undefined => {
  try {
    return parse(text, { delimiter, record_delimiter: recordBreak, relax_quotes: true, relax_column_count: true })
  } catch {
    return undefined
  }
}

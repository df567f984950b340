import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { ExportColumn, ExportValue } from './export.ts'

/** Excel's own limit, less the heading. */
const mostRows = 1_048_575
/** Excel refuses a file with a longer text in a cell. */
const longestText = 32_767

export function workbookStream<T>(
  columns: ExportColumn<T>[],
  rows: AsyncIterable<T> | Iterable<T>,
): ReadableStream<Uint8Array> {
  return ReadableStream.from(workbookChunks(columns, rows))
}

async function* workbookChunks<T>(
  columns: ExportColumn<T>[],
  rows: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<Uint8Array> {
  const data: SheetData = [
    columns.map((column) => ({ value: allowed(column.title), fontWeight: 'bold', type: String })),
  ]
  const widths = columns.map((column) => column.title.length)
  for await (const row of rows) {
    if (data.length > mostRows) throw new Error(`A sheet holds at most ${mostRows} rows; export as CSV instead`)
    const values = columns.map((column) => column.value(row))
    for (const [at, value] of values.entries()) widths[at] = Math.max(widths[at] ?? 0, String(value ?? '').length)
    data.push(values.map((value, at) => cell(value, columns[at]?.type)))
  }
  const options = { stickyRowsCount: 1, columns: widths.map((width) => ({ width: Math.min(60, width + 2) })) }
  yield await writeExcelFile(data, options).toBuffer()
}

function cell(value: ExportValue, type: ExportColumn<never>['type']): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null
  if (typeof value === 'boolean') return { value, type: Boolean }
  return (type === 'date' ? dateCell(value) : undefined) ?? { value: allowed(value), type: String }
}

/** write-excel-file takes the UTC clock of a Date as what the sheet shows, which is what a date without zone wants. */
function dateCell(value: string): Cell | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?$/.exec(value)
  if (!parts) return undefined
  const date = new Date(`${parts[1]}T${parts[2] ?? '00:00'}:00Z`)
  if (Number.isNaN(date.getTime())) return undefined
  return { value: date, type: Date, format: parts[2] === undefined ? 'dd-mm-yyyy' : 'dd-mm-yyyy hh:mm' }
}

/** Without the control characters XML cannot hold (one of them and Excel calls the file damaged), cut to what a cell takes. */
function allowed(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  const plain = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').slice(0, longestText)
  // Excel would take this for an escaped character
  return plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

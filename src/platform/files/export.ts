import * as m from '#texts'
import { houseLanguage, type Language } from '../text/language.ts'
import { guarded } from './formula-guard.ts'
import { workbookStream } from './export-xlsx.ts'

export type ExportFormat = 'csv' | 'xlsx'
export type ExportValue = string | number | boolean | null

export type ExportColumn<T> = {
  title: string
  value: (row: T) => ExportValue
  /** `date` takes ISO dates (`2026-11-03`) or times (`2026-11-03T09:30`, local) and makes real dates in a workbook. */
  type?: 'text' | 'number' | 'boolean' | 'date'
}

const byteOrderMark = '\uFEFF'
const rowsAChunk = 500

/**
 * A list as a file that Danish Excel opens right. CSV: semicolon, CRLF, UTF-8 with mark, decimal comma, yes and no in words, and
 * text that a spreadsheet would run as a formula guarded (see formula-guard.ts); it streams, whatever the length.
 * XLSX: typed cells, text always as text; built in memory, so at most a sheet's 1,048,575 rows.
 * An error while the rows are read breaks the stream off, so that half a list never looks whole.
 */
export const exportTable = <T>(
  format: ExportFormat,
  columns: ExportColumn<T>[],
  rows: AsyncIterable<T> | Iterable<T>,
  language = houseLanguage,
): ReadableStream<Uint8Array> => {
  if (format === 'xlsx') return workbookStream(columns, rows)
  return ReadableStream.from(csvChunks(columns, rows, language))
}

/** Headers of an answer that is a file. Its name is safe in them; letters outside ASCII are kept for browsers that know RFC 6266. */
export const fileHeaders = (name: string, type: string) => {
  const file = name.replace(/[\p{Cc}"/\\:*?<>|]+/gu, '-')
  const ascii = file
    .normalize('NFKD')
    .replace(/[\u00e6\u00c6\u00f8\u00d8]/g, latin)
    .replace(/[^\x20-\x7e]/g, '')
  const encoded = encodeURIComponent(file).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return { 'content-type': type, 'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}` }
}

const latin = (letter: string): string =>
  ({ '\u00e6': 'ae', '\u00c6': 'Ae', '\u00f8': 'oe', '\u00d8': 'Oe' })[letter] ?? ''

async function* csvChunks<T>(
  columns: ExportColumn<T>[],
  rows: AsyncIterable<T> | Iterable<T>,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text =
    byteOrderMark +
    csvLine(
      columns.map((column) => column.title),
      language,
    )
  let count = 0
  for await (const row of rows) {
    text += csvLine(
      columns.map((column) => column.value(row)),
      language,
    )
    count += 1
    if (count % rowsAChunk !== 0) continue
    yield encoder.encode(text)
    text = ''
  }
  if (text !== '') yield encoder.encode(text)
}

const csvLine = (values: ExportValue[], language: Language): string => {
  // a line with one empty cell would be an empty line, and be skipped by every reader
  if (values.length === 1 && (values[0] === '' || values[0] === null)) return '""\r\n'
  return `${values.map((value) => csvCell(value, language)).join(';')}\r\n`
}

const csvCell = (value: ExportValue, language: Language): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return (value ? m.platform_yes : m.platform_no)({}, { locale: language })
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : ''
  const text = guarded(value)
  return /[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

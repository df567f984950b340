import { allBytes, openBytes, tooLarge } from './byte-source.ts'
import type { Cells } from './csv-cells.ts'
import { type Encoding, decode } from './decode.ts'
import { fileKind } from './file-kind.ts'
import { type FileLimits, fileLimits } from './file-limits.ts'
import { type FileProblem, type FileSource, FileStopped, problemOf } from './file-problem.ts'
import { keptOpen } from './read-ahead.ts'
import { findHeader, type Headings, rowsLooked } from './find-header.ts'
import { shapedRows } from './shaped-rows.ts'
import { type BadRow, type TableRow, headerProblems, isBad, isEmpty } from './table-rows.ts'
import type { BadRecord } from './text-records.ts'
import { readTextTable } from './text-table.ts'
import { workbookTable } from './workbook-table.ts'

export type { FileLimits } from './file-limits.ts'
export type { FileProblem, FileSource } from './file-problem.ts'
export type { Headings } from './find-header.ts'
export { type BadRow, columnName, type TableRow } from './table-rows.ts'

export type Table = {
  /** the names of the columns, trimmed; empty when the file could not be opened (then `problems` says why) */
  header: string[]
  /** the sheets of a workbook that are read together; a row says which by its place here, when there are several */
  sheets: string[]
  /** undefined for a workbook */
  delimiter: string | undefined
  /** may be corrected while the rows are read, see decode.ts; undefined for a workbook */
  readonly encoding: Encoding | undefined
  /** to be read once, or not at all: then call `close` */
  rows: AsyncIterable<TableRow | BadRow>
  /** What concerns the whole file, or lines that came out all the same; grows while `rows` is read. Rows that did not come out stand among `rows`. */
  problems: FileProblem[]
  close: () => Promise<void>
}

/**
 * Opens a table somebody handed in: CSV with any delimiter and encoding, or a workbook (.xlsx), told apart by its bytes.
 * With `known` its headings are found also under a title, in two rows, or not at all.
 * Every problem of the file comes as a problem, exactly once, in `problems` or among `rows`; only errors of the source
 * itself are thrown. If the reading had to stop early the last row is a bad row that says so.
 * Memory stays bounded whatever the size, except that a workbook is held in memory (`limits.workbookBytes`).
 */
export const openTable = async (
  source: FileSource,
  limits: Partial<FileLimits> = {},
  known?: Headings,
): Promise<Table> => {
  const all = { ...fileLimits, ...limits }
  try {
    const bytes = await openBytes(source, all.fileBytes)
    const kind = fileKind(bytes.head)
    if (kind === 'text') return await textTable(bytes.all, bytes.head, all, known)
    if (kind === 'zip') return await ofWorkbook(source, bytes.all, all, known)
    await bytes.all.return(undefined)
    return unreadable(refusal(kind))
  } catch (error) {
    return unreadable(problemOf(error))
  }
}

/** True when the reading ended before the end of the file, or never began. */
export const stopsReading = (problem: FileProblem): boolean =>
  ['file-', 'old-excel', 'excel-', 'workbook-'].some((start) => problem.code.startsWith(start))

const refusal = (kind: ReturnType<typeof fileKind>): FileProblem => {
  if (kind === 'empty') return { code: 'file-empty' }
  if (kind === 'ole') return { code: 'old-excel' }
  if (kind === 'ole-encrypted') return { code: 'excel-with-password' }
  return { code: 'file-not-readable', detail: { kind } }
}

const unreadable = (problem: FileProblem): Table => ({
  header: [],
  sheets: [],
  delimiter: undefined,
  encoding: undefined,
  rows: none(),
  problems: [problem],
  close: async () => {},
})

async function* none(): AsyncGenerator<TableRow> {}

const textTable = async (
  bytes: AsyncGenerator<Buffer>,
  head: Buffer,
  limits: FileLimits,
  known: Headings | undefined,
): Promise<Table> => {
  const decoded = decode(bytes, head)
  const raw = await readTextTable(decoded.text, limits)
  const table = await withHeader(fewEmpty(raw.rows, limits.emptyRows), decoded.problems, limits, known)
  const named = { ...table, sheets: [], delimiter: raw.delimiter, encoding: decoded.encoding }
  return Object.defineProperty(named, 'encoding', { enumerable: true, get: () => decoded.encoding })
}

const ofWorkbook = async (
  source: FileSource,
  bytes: AsyncIterable<Buffer>,
  limits: FileLimits,
  known: Headings | undefined,
): Promise<Table> => {
  if (source.size > limits.workbookBytes) throw new FileStopped(tooLarge(limits.workbookBytes))
  const data = await allBytes(bytes)
  if (data.length > limits.workbookBytes) throw new FileStopped(tooLarge(limits.workbookBytes))
  const { header, sheets, rows, problems, headerLine } = await workbookTable(data, limits, known)
  const full = fewEmpty(rows, limits.emptyRows)
  return {
    header,
    sheets,
    rows: shapedRows([], full, { header, problems, headerLine, fill: true }),
    problems,
    close: async () => void (await full.return(undefined)),
    delimiter: undefined,
    encoding: undefined,
  }
}

type RawRows = AsyncGenerator<(Cells | BadRecord)[]>

/** Without the rows in which nothing stands; millions of them are work too. Throws FileStopped. */
async function* fewEmpty(raw: RawRows, limit: number): RawRows {
  let empty = 0
  for await (const batch of raw) {
    const full = batch.filter((row) => isBad(row) || !isEmpty(row))
    empty += batch.length - full.length
    if (empty > limit) throw new FileStopped({ code: 'file-of-empty-rows' })
    yield full
  }
}

/**
 * The header is found among the first rows. A bad row at the top is taken for the header, broken: the row below must not pass for
 * headings, so nothing more is read.
 */
const withHeader = async (raw: RawRows, problems: FileProblem[], limits: FileLimits, known: Headings | undefined) => {
  const close = async (): Promise<void> => void (await raw.return(undefined))
  const ahead: (Cells | BadRecord)[] = []
  for await (const batch of keptOpen(raw)) {
    for (const row of batch) ahead.push(row)
    if (ahead.length >= (known ? rowsLooked : 1)) break
  }
  const [top] = ahead
  const found = findHeader(ahead.slice(0, rowsLooked), known)
  if (!top) problems.push({ code: 'file-empty' })
  else if (isBad(top)) problems.push(top.problem)
  else if (found.header.length > limits.columns) {
    problems.push({ code: 'too-many-columns', line: found.line, detail: { limit: limits.columns } })
  } else {
    const { header, line } = found
    problems.push(...found.notes, ...headerProblems(header, line))
    const first = rowsBelow(ahead, found.from)
    return {
      header,
      rows: shapedRows(first, raw, { header, problems, headerLine: line, fill: line === 0 }),
      problems,
      close,
    }
  }
  await close()
  return { header: [], rows: none(), problems, close }
}

/** The rows after as many plain ones; bad rows among those stay to be told. */
const rowsBelow = (rows: readonly (Cells | BadRecord)[], plain: number) => {
  let passed = 0
  return rows.filter((row) => isBad(row) || ++passed > plain)
}

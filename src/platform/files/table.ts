import { type ByHand, headingNotThere, headingWithin, type Reading, refuseUnfit } from './by-hand.ts'
import { allBytes, openBytes, tooLarge } from './byte-source.ts'
import type { Cells } from './csv-cells.ts'
import { type Encoding, decode } from './decode.ts'
import { fileKind } from './file-kind.ts'
import { type FileLimits, fileLimits } from './file-limits.ts'
import { type FileProblem, type FileSource, FileStopped, problemOf } from './file-problem.ts'
import { struckPersons } from './personal-cells.ts'
import { keptOpen } from './read-ahead.ts'
import { findHeader, type Headings, rowsSearched, topOf } from './find-header.ts'
import { shapedRows } from './shaped-rows.ts'
import { type BadRow, type TableRow, headerProblems, isBad, isEmpty } from './table-rows.ts'
import type { BadRecord } from './text-records.ts'
import { readTextTable } from './text-table.ts'
import { workbookTable } from './workbook-table.ts'

export type { ByHand, Reading } from './by-hand.ts'
export type { FileLimits } from './file-limits.ts'
export type { FileProblem, FileSource } from './file-problem.ts'
export type { Headings } from './find-header.ts'
export { holdsPersons } from './personal-cells.ts'
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
  reading: Reading
  /** to be read once, or not at all: then call `close` */
  rows: AsyncIterable<TableRow | BadRow>
  /** What concerns the whole file, or lines that came out all the same; grows while `rows` is read. Rows that did not come out stand among `rows`. */
  problems: FileProblem[]
  close: () => Promise<void>
}

/**
 * Opens a table somebody handed in: CSV with any delimiter and encoding, or a workbook (.xlsx), told apart by its bytes.
 * With `known` its headings are found also under a title, in two rows, or not at all; what stands in `byHand` is not guessed.
 * Every problem of the file comes as a problem, exactly once, in `problems` or among `rows`; only errors of the source
 * itself are thrown. If the reading had to stop early the last row is a bad row that says so.
 * Memory stays bounded whatever the size, except that a workbook is held in memory (`limits.workbookBytes`).
 */
export const openTable = async (
  source: FileSource,
  limits: Partial<FileLimits> = {},
  known?: Headings,
  byHand: ByHand = {},
): Promise<Table> => {
  const all = { ...fileLimits, ...limits }
  try {
    const bytes = await openBytes(source, all.fileBytes)
    const kind = fileKind(bytes.head)
    const how = { limits: all, known, byHand }
    if (kind === 'text' || kind === 'zip') refuseUnfit(byHand, kind === 'zip')
    if ((byHand.heading ?? 0) > headingWithin) throw headingNotThere(byHand.heading ?? 0)
    if (kind === 'text') return await textTable(bytes.all, bytes.head, how)
    if (kind === 'zip') return await ofWorkbook(source, bytes.all, how)
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
  reading: unread,
  rows: none(),
  problems: [problem],
  close: async () => {},
})

async function* none(): AsyncGenerator<TableRow> {}
const unread: Reading = { heading: 0, top: [], sheets: [] }

type How = { limits: FileLimits; known: Headings | undefined; byHand: ByHand }

const textTable = async (bytes: AsyncGenerator<Buffer>, head: Buffer, how: How): Promise<Table> => {
  const { limits, byHand } = how
  const decoded = decode(bytes, head, byHand.encoding)
  const raw = await readTextTable(decoded.text, limits)
  const table = await withHeader(firstSeen(raw.rows, how), decoded.problems, how)
  const named = { ...table, sheets: [], delimiter: raw.delimiter, encoding: decoded.encoding }
  return Object.defineProperty(named, 'encoding', { enumerable: true, get: () => decoded.encoding })
}

const ofWorkbook = async (source: FileSource, bytes: AsyncIterable<Buffer>, how: How): Promise<Table> => {
  const { limits, known, byHand } = how
  if (source.size > limits.workbookBytes) throw new FileStopped(tooLarge(limits.workbookBytes))
  const data = await allBytes(bytes)
  if (data.length > limits.workbookBytes) throw new FileStopped(tooLarge(limits.workbookBytes))
  const { header, sheets, rows, problems, headerLine, reading } = await workbookTable(data, limits, known, byHand)
  const full = firstSeen(rows, how)
  return {
    header,
    sheets,
    reading,
    rows: shapedRows([], full, { header, problems, headerLine, fill: true, blanks: 0, noPersons: known?.noPersons }),
    problems,
    close: async () => void (await full.return(undefined)),
    delimiter: undefined,
    encoding: undefined,
  }
}

type RawRows = AsyncGenerator<(Cells | BadRecord)[]>

/** Without personal numbers, and the rows in which nothing stands; millions of them are work too. Throws FileStopped. */
async function* firstSeen(raw: RawRows, { limits, known }: How): RawRows {
  let empty = 0
  for await (const batch of raw) {
    const full = batch.filter((row) => isBad(row) || !isEmpty(row))
    empty += batch.length - full.length
    if (empty > limits.emptyRows) throw new FileStopped({ code: 'file-of-empty-rows' })
    yield known?.noPersons ? full : struckPersons(full)
  }
}

/**
 * The header is found among the first rows. A bad row at the top is taken for the header, broken: the row below must not pass for
 * headings, so nothing more is read, unless somebody says where they are.
 */
const withHeader = async (raw: RawRows, problems: FileProblem[], { limits, known, byHand: { heading } }: How) => {
  const close = async (): Promise<void> => void (await raw.return(undefined))
  const ahead: (Cells | BadRecord)[] = []
  const wanted = known || heading !== undefined ? rowsSearched : 1
  for await (const batch of keptOpen(raw)) {
    for (const row of batch) ahead.push(row)
    if (ahead.length >= wanted && (ahead.at(-1)?.line ?? 0) >= (heading ?? 0)) break
  }
  const [top] = ahead
  if (!top) problems.push({ code: 'file-empty' })
  else if (isBad(top) && heading === undefined) problems.push(top.problem)
  else {
    const { header, line, notes, from } = findHeader(ahead, known, heading)
    if (header.length > limits.columns) {
      problems.push({ code: 'too-many-columns', line, detail: { limit: limits.columns } })
    } else {
      problems.push(...notes, ...headerProblems(header, line))
      const first = rowsBelow(ahead, from)
      const reading: Reading = { heading: line, top: topOf(ahead), sheets: [] }
      const headings = ahead.find((row): row is Cells => !isBad(row) && row.line === line)
      const blanks = Math.max(0, (headings?.cells.length ?? 0) - header.length)
      const shape = { header, problems, headerLine: line, fill: line === 0, blanks, noPersons: known?.noPersons }
      return { header, reading, rows: shapedRows(first, raw, shape), problems, close }
    }
  }
  await close()
  return { header: [], reading: unread, rows: none(), problems, close }
}

/** The rows after as many plain ones; bad rows among those stay to be told. */
const rowsBelow = (rows: readonly (Cells | BadRecord)[], plain: number) => {
  let passed = 0
  return rows.filter((row) => isBad(row) || ++passed > plain)
}

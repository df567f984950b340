import { allBytes, openBytes, tooLarge } from './byte-source.ts'
import type { Cells } from './csv-cells.ts'
import { type Encoding, decode } from './decode.ts'
import { fileKind } from './file-kind.ts'
import { type FileLimits, fileLimits } from './file-limits.ts'
import { type FileProblem, type FileSource, FileStopped, problemOf } from './file-problem.ts'
import { keptOpen } from './read-ahead.ts'
import { type BadRow, type TableRow, headerOf, headerProblems, isBad, isEmpty, shaped } from './table-rows.ts'
import type { BadRecord } from './text-records.ts'
import { readTextTable } from './text-table.ts'
import { readWorkbook } from './xlsx.ts'

export type { FileLimits } from './file-limits.ts'
export type { FileProblem, FileSource } from './file-problem.ts'
export type { BadRow, TableRow } from './table-rows.ts'

export type Table = {
  /** the names of the columns, trimmed; empty when the file could not be opened (then `problems` says why) */
  header: string[]
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
 * Every problem of the file comes as a problem, exactly once, in `problems` or among `rows`; only errors of the source
 * itself are thrown. If the reading had to stop early the last row is a bad row that says so.
 * Memory stays bounded whatever the size, except that a workbook is held in memory (`limits.workbookBytes`).
 */
export const openTable = async (source: FileSource, limits: Partial<FileLimits> = {}): Promise<Table> => {
  const all = { ...fileLimits, ...limits }
  try {
    const bytes = await openBytes(source, all.fileBytes)
    const kind = fileKind(bytes.head)
    if (kind === 'text') return await textTable(bytes.all, bytes.head, all)
    if (kind === 'zip') return await workbookTable(source, bytes.all, all)
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
  delimiter: undefined,
  encoding: undefined,
  rows: none(),
  problems: [problem],
  close: async () => {},
})

async function* none(): AsyncGenerator<TableRow> {}

const textTable = async (bytes: AsyncGenerator<Buffer>, head: Buffer, limits: FileLimits): Promise<Table> => {
  const decoded = decode(bytes, head)
  const raw = await readTextTable(decoded.text, limits)
  const table = await withHeader(fewEmpty(raw.rows, limits.emptyRows), decoded.problems, limits, false)
  return Object.defineProperty({ ...table, delimiter: raw.delimiter, encoding: decoded.encoding }, 'encoding', {
    enumerable: true,
    get: () => decoded.encoding,
  })
}

const workbookTable = async (source: FileSource, bytes: AsyncIterable<Buffer>, limits: FileLimits): Promise<Table> => {
  if (source.size > limits.workbookBytes) throw new FileStopped(tooLarge(limits.workbookBytes))
  const data = await allBytes(bytes)
  if (data.length > limits.workbookBytes) throw new FileStopped(tooLarge(limits.workbookBytes))
  return {
    ...(await withHeader(fewEmpty(readWorkbook(data, limits), limits.emptyRows), [], limits, true)),
    delimiter: undefined,
    encoding: undefined,
  }
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* rest
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
 * The first row with anything in it is the header. A bad row above it is taken for the header, broken: the row below
 * must not pass for headings, so nothing more is read.
 */
const withHeader = async (raw: RawRows, problems: FileProblem[], limits: FileLimits, fill: boolean) => {
  const close = async (): Promise<void> => void (await raw.return(undefined))
  for await (const batch of keptOpen(raw)) {
    const [top] = batch
    if (!top) continue
    const header = isBad(top) ? [] : headerOf(top)
    if (isBad(top)) problems.push(top.problem)
    else if (header.length > limits.columns) {
      problems.push({ code: 'too-many-columns', line: top.line, detail: { limit: limits.columns } })
    } else {
      problems.push(...headerProblems(header, top.line))
      return { header, rows: shapedRows(batch.slice(1), raw, header, problems, top.line, fill), problems, close }
    }
    // oxlint-disable-next-line no-await-in-loop -- the last thing done in it
    await close()
    return { header: [], rows: none(), problems, close }
  }
  problems.push({ code: fill ? 'workbook-empty' : 'file-empty' })
  return { header: [], rows: none(), problems, close }
}

async function* shapedRows(
  first: (Cells | BadRecord)[],
  raw: RawRows,
  header: string[],
  problems: FileProblem[],
  headerLine: number,
  fill: boolean,
): AsyncGenerator<TableRow | BadRow> {
  let lastLine = headerLine
  let found = false
  try {
    for await (const batch of startingWith(first, raw)) {
      for (const row of batch) {
        lastLine = row.line
        found = true
        yield isBad(row) ? row : shaped(row, header, fill)
      }
    }
    if (!found) problems.push({ code: 'only-header', line: headerLine })
  } catch (error) {
    yield { line: lastLine, problem: problemOf(error) }
  } finally {
    await raw.return(undefined)
  }
}

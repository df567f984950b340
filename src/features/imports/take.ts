import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { type ByHand, type FileSource, holdsPersons, stopsReading, type TableRow } from '#platform/files/table'
import { openFormat, type Opened } from './formats.ts'
import type { FileFacts, FileRow, ImportReader, Mapping } from './reader.ts'
import { type Reason, reason, reasonOfFile, sayReason, withoutLine } from '#platform/reason'
import { lineInFile } from './sheet-lines.ts'
import { unevenCells } from './uneven-rows.ts'
import { ownSealing } from './imports.sql.ts'
import { createFile, fillFile, forgetOriginal, originalWriter, pieceWriter } from './stored-rows.sql.ts'

/** What was handed in: its name and its bytes as they arrive; `size` 0 when nobody said. */
export type Handed = { name: string; bytes: AsyncIterable<Uint8Array>; size: number }

/** `register`: documents, as a register gives them. `list`: rows and columns, with a mapping. */
export type Format = 'register' | 'list'
export type Read = FileFacts & { format: Format; mapping: Mapping; rows: number; personal?: boolean }
export type Taken = {
  fileId: number
  fileName: string
  format: Format
  mapping: Mapping
  rowsTotal: number
  facts: FileFacts
}

// What a reader is told of while a file is taken in.
export type Reader = Pick<ImportReader, 'documents' | 'table' | 'nothing' | 'limits' | 'mostRows' | 'ofSchool'>
type Write = (row: FileRow) => Promise<void>
/** `keeps`: the file is kept as it came, so that it can be read again otherwise. */
type How = { mapping?: Mapping | undefined; byHand?: ByHand | undefined; keeps?: boolean }

const sampleShown = 5
const sampleGuessed = 50
const notesKept = 20
const linesSaid = 8

/** Throws file-refused at the first row too many: nothing more is read. */
async function* atMost<Row>(ctx: Ctx, most: number, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let read = 0
  for await (const row of rows) {
    if (++read > most) throw refuse(ctx, reason('imports_too_many_rows', { most: most.toLocaleString(ctx.language) }))
    yield row
  }
}

const refuse = (ctx: Ctx, why: Reason) => problem('file-refused', { reason: sayReason(why, ctx.language) })

/**
 * Takes in a file and stores what an import needs of it, in pieces: documents are read at once and only what may be kept is
 * stored; of a table its cells, until the import is run. Bounded memory whatever the size. Throws file-refused, with a
 * sentence, when there is nothing to import in it.
 */
export const takeFile = async (ctx: Ctx, reader: Reader, handed: Handed, how: How = {}): Promise<Taken> => {
  const hash = createHash('sha256')
  let size = 0
  async function* counted() {
    for await (const bytes of handed.bytes) {
      hash.update(bytes)
      size += bytes.byteLength
      yield bytes
    }
  }
  const fileId = await createFile(ctx, handed.name, reader.ofSchool ? ctx.schoolId : null)
  const original = how.keeps ? originalWriter(ctx, fileId) : undefined
  const source = { ...handed, bytes: counted() }
  const read = await readInto(ctx, reader, source, { fileId, byHand: how.byHand, original })
  await fillFile(ctx, fileId, { size, sha256: hash.digest('hex') })
  const { format, mapping, rows, ...facts } = how.keeps ? await keptAs(ctx, fileId, read) : read
  return { fileId, fileName: handed.name, format, mapping: how.mapping ?? mapping, rowsTotal: rows, facts }
}

/** A table stays as it came until it is run; not one with personal numbers, which cannot be struck out there. */
export const keptAs = async (
  ctx: Ctx,
  fileId: number,
  { personal, ...read }: Read,
): Promise<Omit<Read, 'personal'>> => {
  if (personal) await forgetOriginal(ctx, fileId)
  const notes = personal ? [...read.notes, reason('imports_not_kept', {})] : read.notes
  return { ...read, notes, kept: read.format === 'list' && !personal }
}

type Into = {
  fileId: number
  byHand?: ByHand | undefined
  original?: ReturnType<typeof originalWriter> | undefined
}
/** Reads a file into rows stored under `fileId`. Throws file-refused. */
export const readInto = async (ctx: Ctx, reader: Reader, source: FileSource, into: Into): Promise<Read> => {
  const { fileId, byHand = {}, original } = into
  const { isHeading, isData, noPersons } = reader.table
  const opened = await openFormat(source, {
    documents: reader.documents !== undefined,
    limits: reader.limits,
    known: isHeading && isData ? { isHeading, isData, ...(noPersons && { noPersons }) } : undefined,
    byHand,
    copying: original?.copying,
  })
  const write = pieceWriter(ctx, fileId, ownSealing(ctx, reader))
  const read = await (opened.shape === 'documents'
    ? readDocuments(ctx, reader, opened, write.row)
    : readTable(ctx, reader, opened, write.row))
  await write.end()
  await original?.end()
  return read.reading ? { ...read, reading: { ...read.reading, byHand } } : read
}

const readDocuments = async (
  ctx: Ctx,
  { documents, nothing, mostRows }: Reader,
  opened: Opened & { shape: 'documents' },
  write: Write,
): Promise<Read> => {
  let rows = 0
  let found = 0
  let firstWrong: Reason | undefined
  const sample: string[][] = []
  for await (const document of atMost(ctx, mostRows, opened.documents)) {
    rows++
    const read =
      'problem' in document
        ? { wrong: withoutLine(reasonOfFile(document.problem)), column: null }
        : documents?.read(document.value, ctx)
    if (!read) continue
    if ('found' in read) {
      found++
      if (sample.length < sampleShown) sample.push(read.sample)
      await write({ n: document.line, found: read.found })
    } else {
      firstWrong ??= read.wrong
      await write({ n: document.line, wrong: { column: read.column, reason: read.wrong } })
    }
  }
  const notes = opened.problems.slice(0, notesKept).map(reasonOfFile)
  const why = firstWrong ?? notes[0] ?? nothing
  if (found === 0 && why) throw refuse(ctx, why)
  return { format: 'register', mapping: {}, rows, header: documents?.header ?? [], sample, notes }
}

const readTable = async (
  ctx: Ctx,
  { table, nothing, mostRows }: Reader,
  opened: Opened & { shape: 'table' },
  write: Write,
): Promise<Read> => {
  const stop = async (why: Reason) => {
    await opened.close()
    return refuse(ctx, why)
  }
  const [unreadable] = opened.problems
  if (opened.header.length === 0 && unreadable) throw await stop(reasonOfFile(unreadable))
  const other = table.refuse?.(opened.header)
  if (other) throw await stop(other)
  const first: string[][] = []
  const hidden: NonNullable<FileFacts['hidden']> = { count: 0, lines: [] }
  let rows = 0
  for await (const row of atMost(ctx, mostRows, opened.rows)) {
    if ('problem' in row) {
      const why = reasonOfFile(row.problem)
      if (stopsReading(row.problem)) throw refuse(ctx, why)
      await write({
        n: lineInFile(row.line, row.sheet),
        wrong: { column: row.problem.column ?? null, reason: withoutLine(why) },
        ...unevenCells(row.problem, row.cells),
      })
    } else {
      if (first.length < sampleGuessed) first.push(row.cells)
      const written = rowToWrite(row)
      if (row.hidden && hidden.count++ < linesSaid) hidden.lines.push(written.n)
      await write(written)
    }
    rows++
  }
  const notes = opened.problems.slice(0, notesKept).map(reasonOfFile)
  if (rows === 0 && nothing) throw refuse(ctx, notes[0] ?? nothing)
  const mapping = table.guess(opened.header, first)
  return {
    ...{ format: 'list', mapping, rows, header: opened.header, sample: first.slice(0, sampleShown), notes },
    reading: { ...opened.reading, read: opened.sheets, encoding: opened.encoding ?? null, byHand: {} },
    ...(holdsPersons(opened.problems) && { personal: true }),
    ...(opened.delimiter !== undefined && { delimiter: opened.delimiter }),
    ...(opened.sheets.length > 1 && { sheets: opened.sheets }),
    ...(hidden.count > 0 && { hidden }),
  }
}

const rowToWrite = ({ line, sheet, cells, hidden, dropped, notes = [] }: TableRow) => ({
  n: lineInFile(line, sheet),
  cells,
  ...(hidden && { hidden }),
  ...(dropped && { dropped }),
  ...(notes.length > 0 && {
    left: notes.map((note) => ({ column: note.column ?? null, reason: withoutLine(reasonOfFile(note)) })),
  }),
})

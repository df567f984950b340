import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import type { FileProblem } from '#platform/files/file-problem'
import { problemText } from '#platform/files/file-problems.table'
import { openJsonDocuments } from '#platform/files/json-documents'
import { openTable, stopsReading } from '#platform/files/table'
import type { Found } from '../register/company-facts.ts'
import { guessMapping, type Mapping } from '../register/header-guess.ts'
import { createFile, fillFile, type FileRow, pieceWriter } from './import-file.sql.ts'
import { createImport } from './imports.sql.ts'
import { readRegisterDocument } from '../register/register-document.ts'
import type { Said } from '#platform/text/said'
import { reason } from '../register/reasons.ts'

/** What was handed in: its name and its bytes as they arrive; `size` 0 when nobody said. */
export type Handed = { name: string; bytes: AsyncIterable<Uint8Array>; size: number }

/** What is told about a file before anything is imported. */
export type FileFacts = { header: string[]; sample: string[][]; notes: Said[] }

type Taken = FileFacts & { format: 'register' | 'list'; mapping: Mapping; rows: number }

const sampleShown = 5
const sampleGuessed = 50
const notesKept = 20

const saidOf = ({ line: _, ...rest }: FileProblem): Said => ({
  da: problemText(rest, 'da'),
  en: problemText(rest, 'en'),
})
const saidWithLine = (found: FileProblem): Said => ({ da: problemText(found, 'da'), en: problemText(found, 'en') })
const refuse = (ctx: Ctx, said: Said) => problem('file-refused', { reason: said[ctx.language] })

/**
 * Takes in a file and stores what an import needs of it, in pieces: the register's JSON is read at once and only the facts
 * we may keep are stored (never owners, directors, secret contact data); of a list its cells, until the import is run.
 * Bounded memory whatever the size. Throws file-refused, with a sentence, when there is nothing to import in it.
 * @returns the import's number
 */
export const takeFile = async (ctx: Ctx, handed: Handed): Promise<number> => {
  const hash = createHash('sha256')
  let size = 0
  async function* counted() {
    for await (const bytes of handed.bytes) {
      hash.update(bytes)
      size += bytes.byteLength
      yield bytes
    }
  }
  const { json, bytes } = await peek(counted())
  const fileId = await createFile(ctx, handed.name)
  const write = pieceWriter(ctx, fileId)
  const source = { name: handed.name, bytes, size: handed.size }
  const taken = json ? await takeRegister(ctx, source, write.row) : await takeList(ctx, source, write.row)
  await write.end()
  await fillFile(ctx, fileId, { size, sha256: hash.digest('hex') })
  const details: FileFacts = { header: taken.header, sample: taken.sample, notes: taken.notes }
  return createImport(ctx, {
    fileId,
    fileName: handed.name,
    format: taken.format,
    mapping: taken.mapping,
    rowsTotal: taken.rows,
    details,
  })
}

/** JSON begins with a bracket, in any encoding; nothing else we read does. */
const peek = async (bytes: AsyncGenerator<Uint8Array>) => {
  const ahead: Uint8Array[] = []
  let start = ''
  while (start.length < 2) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
    const next = await bytes.next()
    if (next.done) break
    ahead.push(next.value)
    start = Buffer.concat(ahead)
      .subarray(0, 200)
      .toString('latin1')
      .replace(/^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
      .replace(/[\0\s]/g, '')
  }
  async function* all() {
    yield* ahead
    yield* bytes
  }
  return { json: /^[[{]/.test(start), bytes: all() }
}

type Write = (row: FileRow) => Promise<void>

const takeRegister = async (ctx: Ctx, source: Handed, write: Write): Promise<Taken> => {
  const opened = await openJsonDocuments(source)
  let rows = 0
  let found = 0
  let firstWrong: Said | undefined
  const sample: string[][] = []
  for await (const document of opened.documents) {
    rows++
    const read =
      'problem' in document
        ? { wrong: saidOf(document.problem), column: null }
        : readRegisterDocument(document.value, ctx.today)
    if ('found' in read) {
      found++
      if (sample.length < sampleShown) sample.push(sampleOf(read.found))
      await write({ n: document.line, found: read.found })
    } else {
      firstWrong ??= read.wrong
      await write({ n: document.line, wrong: { column: read.column, said: read.wrong } })
    }
  }
  const whole = opened.problems[0]
  if (found === 0) throw refuse(ctx, firstWrong ?? (whole ? saidOf(whole) : reason.noDocuments()))
  return {
    format: 'register',
    mapping: {},
    rows,
    header: ['CVR', 'P-nr.', 'Navn', 'By'],
    sample,
    notes: opened.problems.slice(0, notesKept).map(saidWithLine),
  }
}

const sampleOf = ({ cvr, pNumber, facts }: Found) => [cvr, pNumber ?? '', facts.name ?? '', facts.town ?? '']

const takeList = async (ctx: Ctx, source: Handed, write: Write): Promise<Taken> => {
  const table = await openTable(source)
  const first: string[][] = []
  let rows = 0
  for await (const row of table.rows) {
    if ('problem' in row) {
      if (stopsReading(row.problem)) throw refuse(ctx, saidOf(row.problem))
      rows++
      await write({ n: row.line, wrong: { column: row.problem.column ?? null, said: saidOf(row.problem) } })
      continue
    }
    rows++
    if (first.length < sampleGuessed) first.push(row.cells)
    await write({ n: row.line, cells: row.cells })
  }
  const whole = table.problems[0]
  if (rows === 0) throw refuse(ctx, whole ? saidOf(whole) : reason.noDocuments())
  return {
    format: 'list',
    mapping: guessMapping(table.header, first),
    rows,
    header: table.header,
    sample: first.slice(0, sampleShown),
    notes: table.problems.slice(0, notesKept).map(saidWithLine),
  }
}

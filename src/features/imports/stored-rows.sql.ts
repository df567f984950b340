import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { type ImportRow, listErrors } from './imports.sql.ts'
import type { SchoolSealing } from '#platform/sealing'
import type { FileFacts, FileRow, Mapping } from './reader.ts'

const pieceBytes = 48 * 1024

/** A school's own file is that school's; the centre's has none. */
export const createFile = async (ctx: Ctx, name: string, schoolId: number | null): Promise<number> => {
  const values = {
    centreId: ctx.centreId,
    schoolId,
    name,
    size: 0,
    sha256: '',
    personId: ctx.personId,
    storedAt: ctx.at,
  }
  const { id } = await ctx.db.insertInto('storedFile').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Size in bytes and SHA-256 of the file as it was handed in. */
export const fillFile = async (ctx: Ctx, fileId: number, facts: { size: number; sha256: string }) => {
  await ctx.db
    .updateTable('storedFile')
    .set(facts)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', fileId)
    .execute()
}

const aboutPiece = (fileId: number, n: number) => `file_piece/${fileId}/${n}`
/** Writes rows as lines of JSON, a quarter of a megabyte at a time; sealed, of a school's own file. */
export const pieceWriter = (ctx: Ctx, fileId: number, sealing: SchoolSealing | null) => {
  let lines: string[] = []
  let length = 0
  let n = 0
  const flush = async () => {
    if (lines.length === 0) return
    const text = lines.join('')
    const bytes = sealing ? sealing.seal(text, aboutPiece(fileId, n)) : Buffer.from(text)
    lines = []
    length = 0
    await ctx.db.insertInto('filePiece').values({ centreId: ctx.centreId, fileId, n: n++, bytes }).execute()
  }
  const row = async (value: FileRow) => {
    const line = `${JSON.stringify(value)}\n`
    lines.push(line)
    length += line.length
    if (length >= pieceBytes) await flush()
  }
  return { row, end: flush }
}

const originalPieceBytes = 512 * 1024

/** Keeps a file as it came, half a megabyte at a time, while somebody else reads it. */
export const originalWriter = (ctx: Ctx, fileId: number) => {
  let waiting: Uint8Array[] = []
  let length = 0
  let n = 0
  const flush = async () => {
    if (length === 0) return
    const bytes = Buffer.concat(waiting)
    waiting = []
    length = 0
    await ctx.db.insertInto('fileOriginal').values({ centreId: ctx.centreId, fileId, n: n++, bytes }).execute()
  }
  async function* copying(given: AsyncIterable<Uint8Array>) {
    for await (const bytes of given) {
      waiting.push(bytes)
      length += bytes.byteLength
      if (length >= originalPieceBytes) await flush()
      yield bytes
    }
  }
  return { copying, end: flush }
}

/** What is kept of a file, in order, one piece in memory. */
async function* piecesOf(ctx: Ctx, table: 'fileOriginal' | 'filePiece', fileId: number): AsyncGenerator<Buffer> {
  for (let n = 0; ; n++) {
    const piece = await ctx.db
      .selectFrom(table)
      .select('bytes')
      .where('centreId', '=', ctx.centreId)
      .where('fileId', '=', fileId)
      .where('n', '=', n)
      .executeTakeFirst()
    if (!piece) return
    yield piece.bytes
  }
}

/** A file as it came; empty when it is not kept. */
export const originalOf = (ctx: Ctx, fileId: number): AsyncGenerator<Uint8Array> =>
  piecesOf(ctx, 'fileOriginal', fileId)

export const forgetOriginal = (ctx: Ctx, fileId: number) =>
  ctx.db.deleteFrom('fileOriginal').where('centreId', '=', ctx.centreId).where('fileId', '=', fileId).execute()

/** The stored rows in order. */
export async function* storedRows(ctx: Ctx, fileId: number, sealing: SchoolSealing | null): AsyncGenerator<FileRow> {
  let n = 0
  for await (const bytes of piecesOf(ctx, 'filePiece', fileId)) {
    const text = sealing ? sealing.unseal(bytes, aboutPiece(fileId, n++)) : bytes.toString('utf8')
    if (text === null) throw new Error('A piece of a school’s own file cannot be opened.')
    for (const line of text.split('\n')) if (line !== '') yield JSON.parse(line) as FileRow
  }
}

/** What was handed in has done its work: only its name, size and fingerprint stay. */
export const forgetPieces = async (ctx: Ctx, fileId: number) => {
  await ctx.db.deleteFrom('filePiece').where('centreId', '=', ctx.centreId).where('fileId', '=', fileId).execute()
}

/** Imports that nobody ran, older than a day: gone with their files. */
export const forgetUnused = async (ctx: Ctx): Promise<void> => {
  const old = await ctx.db
    .selectFrom('import')
    .select(['id', 'fileId'])
    .where('centreId', '=', ctx.centreId)
    .where('state', 'in', ['uploaded', 'tried', 'failed'])
    .where('uploadedAt', '<', sql<string>`app_now() - interval '1 day'`)
    .where('fileId', 'is not', null)
    .execute()
  const [ids, files] = [old.map(({ id }) => id), old.flatMap(({ fileId }) => fileId ?? [])]
  if (ids.length === 0) return
  await ctx.db.deleteFrom('importError').where('centreId', '=', ctx.centreId).where('importId', 'in', ids).execute()
  await ctx.db.deleteFrom('import').where('centreId', '=', ctx.centreId).where('id', 'in', ids).execute()
  await ctx.db.deleteFrom('storedFile').where('centreId', '=', ctx.centreId).where('id', 'in', files).execute()
}

/** The file was read once more: what stood there of the reading before is gone, and so is what a dry run said. */
export const takeAnew = async (
  ctx: Ctx,
  { id, details: { options } }: ImportRow,
  { mapping, rows, facts }: { mapping: Mapping; rows: number; facts: FileFacts },
) => {
  await listErrors(ctx, id, [], null)
  const details = JSON.stringify({ ...facts, ...(options !== undefined && { options }) })
  const nothing = { created: 0, updated: 0, unchanged: 0, rejected: 0, rowsDone: 0, failure: null }
  await ctx.db
    .updateTable('import')
    .set({ ...nothing, mapping: JSON.stringify(mapping), rowsTotal: rows, details, finishedAt: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()
}

import { sql } from 'kysely'
import type { AnswerOf, z } from '#platform/endpoint'
import { type Ctx, personOf, schoolOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { type FileSource, openTable, stopsReading } from '#platform/files/table'
import { canTell } from './contact-columns.ts'
import type {
  Columns,
  ContactImport,
  ContactUpload,
  listContactUploads,
  listSchoolContacts,
  listUploadErrors,
} from './school-contacts.schema.ts'
import * as store from './school-contacts.sql.ts'
import { fileError, type Read, readAll, refuseFile } from './contact-file.ts'

const topics = ['school-contacts', 'hearings', 'waiting']
const mostErrors = 500
const batch = 2000

type How = { columns?: Columns | undefined; replace?: boolean; dry?: boolean }

const write = async (ctx: Ctx, schoolId: number, fileName: string, read: Read, how: How) => {
  const id = await store.insertUpload(ctx, {
    schoolId,
    fileName,
    columns: read.columns,
    personId: ctx.personId,
    format: how.replace ? 'replace' : 'append',
  })
  const there: string[] = []
  for (let from = 0; from < read.contacts.length; from += batch)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    there.push(...(await store.insertContacts(ctx, schoolId, id, read.contacts.slice(from, from + batch))))
  const replaced = how.replace ? await store.replaceOthers(ctx, schoolId, id, there) : 0
  const counts = {
    created: read.contacts.length - there.length,
    unchanged: there.length + read.twice,
    rejected: read.rejected,
  }
  await store.setCounts(ctx, id, counts)
  await store.insertErrors(ctx, id, read.errors.slice(0, 10_000))
  await record(ctx, {
    verb: 'contacts-handed-in',
    subject: 'import',
    subjectId: id,
    visibility: 'school',
    after: { fileName, ...counts, replaced },
    topics,
  })
  return { id, replaced, ...counts }
}

/**
 * Takes a school's contact list (CSV or XLSX) in: good rows in, bad rows listed by line and column. `dry` runs the same
 * code and takes everything back. Throws file-refused (with why), columns-not-chosen.
 */
export const importContacts = async (
  ctx: Ctx,
  file: FileSource,
  how: How = {},
): Promise<z.infer<typeof ContactImport>> => {
  const schoolId = schoolOf(ctx)
  const table = await openTable(file)
  const stopped = table.problems.find(stopsReading)
  if (stopped) throw refuseFile(ctx, stopped)
  const read = await readAll(ctx, table, how.columns, await store.schoolDomain(ctx, schoolId)).finally(
    () => void table.close(),
  )
  read.errors.unshift(...table.problems.map((one) => fileError(one, 1, false)))
  if (!canTell(read.columns) && !how.dry)
    throw problem('columns-not-chosen', {
      field: ctx.language === 'da' ? 'navn, CVR-nummer, telefon eller e-mail' : 'name, CVR number, phone or e-mail',
    })
  await store.lockContacts(ctx, schoolId)
  if (how.dry) await sql`savepoint dry`.execute(ctx.db)
  const done = await write(ctx, schoolId, file.name, read, how)
  if (how.dry) await sql`rollback to savepoint dry`.execute(ctx.db)
  const errors = read.errors
    .slice(0, mostErrors)
    .map(({ line, column, said, rejected }) => ({ line, column, reason: said[ctx.language], rejected }))
  return {
    ...done,
    id: how.dry ? null : done.id,
    updated: 0,
    fileName: file.name,
    header: table.header,
    columns: read.columns,
    sample: read.sample,
    errors,
  }
}

/** Rows in a school's own list, as they stand. */
export const countContacts = (ctx: Ctx, schoolId: number) => store.countContacts(ctx, schoolId)

export const listContacts = async (
  ctx: Ctx,
  query: { cursor?: string | undefined; limit: number; q?: string | undefined },
): Promise<AnswerOf<typeof listSchoolContacts>> => {
  const keys = readCursor(query.cursor, 2)
  const rows = await store.pageOfContacts(ctx, schoolOf(ctx), {
    ...query,
    after: keys && [String(keys[0]), String(keys[1])],
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? writeCursor([last.name, last.id]) : null }
}

/** Uploads newest first; only the newest that stands can be undone, then the one before it. */
export const listUploads = async (ctx: Ctx): Promise<AnswerOf<typeof listContactUploads>> => {
  const rows = await store.findUploads(ctx, schoolOf(ctx))
  const newest = rows.find((row) => row.undoneAt === null)?.id
  return { rows: rows.map((row) => ({ ...row, by: row.by ?? '', can: { undo: row.id === newest } })) }
}

export const undoUpload = async (ctx: Ctx, id: number): Promise<z.infer<typeof ContactUpload>> => {
  const schoolId = schoolOf(ctx)
  await store.lockContacts(ctx, schoolId)
  const upload = (await listUploads(ctx)).rows.find((row) => row.id === id)
  if (!upload) throw problem('not-found')
  if (upload.undoneAt) throw problem('import-undone')
  if (!upload.can.undo) throw problem('newer-upload')
  await store.takeBackUpload(ctx, schoolId, id, personOf(ctx))
  await record(ctx, {
    verb: 'contacts-undone',
    subject: 'import',
    subjectId: id,
    visibility: 'school',
    before: { fileName: upload.fileName },
    topics,
  })
  return { ...upload, undoneAt: ctx.at, can: { undo: false } }
}

export const listErrors = async (
  ctx: Ctx,
  id: number,
  query: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listUploadErrors>> => {
  schoolOf(ctx)
  const [after] = readCursor(query.cursor, 1) ?? [-1]
  const rows = await store.pageOfErrors(ctx, id, Number(after), query.limit)
  const page = rows.slice(0, query.limit)
  return {
    rows: page.map(({ line, column, reason }) => ({ line, column, reason })),
    next: rows.length > query.limit ? writeCursor([page.at(-1)?.n ?? 0]) : null,
  }
}

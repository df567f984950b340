/** How a school's contact lists come in: CSV or XLSX, carried through by the one pipeline; no other school sees that they came. */
import * as m from '#texts'
import type { AnswerOf, z } from '#platform/endpoint'
import { type Ctx, schoolOf } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { sayNumber } from '#platform/text/danish'
import type { ImportKind } from '#platform/room'
import {
  type ByHand,
  type Handed,
  hiddenOf,
  importsOf,
  type ImportReader,
  type Outcome,
  sayReason,
  tellRooms,
  type Work,
} from '../imports/imports.ts'
import { leaders, leadsSchool } from '../centre/roles.ts'
import { canTell, contactTable, guessColumns } from './contact-columns.ts'
import { readContacts } from './contact-file.ts'
import { mostContacts } from './contact-row.ts'
import { inSlices, sealContact, sealingOf } from './contact-sealing.ts'
import * as store from './contact-uploads.sql.ts'
import { sealOpenContacts } from './seal-contacts.ts'
import { anyContact, contactsNow, deleteContacts } from './school-contacts.sql.ts'
import { schoolContactsEvents } from './school-contacts-events.table.ts'
import type {
  Columns,
  ContactImport,
  ContactUpload,
  listContactUploads,
  listUploadErrors,
} from './school-contacts.schema.ts'

const record = recorder(schoolContactsEvents)

const mostErrors = 500
const batch = 2000

type Options = { replace: boolean }
type ContactsIn = Outcome & { also: { replaced: number } }

const tooMany = ({ language }: Ctx) => problem('contacts-too-many', { most: sayNumber(mostContacts, language) })

/** Throws contacts-not-kept, contacts-too-many. */
const bringContacts = async (
  ctx: Ctx,
  { importId, mapping, header, rows, options }: Work<Options>,
): Promise<ContactsIn> => {
  const schoolId = schoolOf(ctx)
  const sealing = sealingOf(ctx)
  // What is the same is told by marks, and what stands in the open has none.
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const room of ctx.house.rooms) await room.contactsSealing?.(ctx)
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  while (await sealOpenContacts(ctx)) continue
  const ownDomain = await store.schoolDomain(ctx, schoolId)
  const read = await readContacts({ rows, header, columns: mapping }, ownDomain)
  if (read.contacts.length > mostContacts) throw tooMany(ctx)
  const there: string[] = []
  for (let from = 0; from < read.contacts.length; from += batch) {
    const some = read.contacts.slice(from, from + batch)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    const sealed = await inSlices(some, (one) => ({ ...sealContact(sealing, one), line: one.line }))
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    there.push(...(await store.insertContacts(ctx, schoolId, importId, sealed)))
  }
  const replaced = options?.replace ? await store.replaceOthers(ctx, schoolId, importId, there) : 0
  const created = read.contacts.length - there.length
  if (created > 0 && (await store.countInForce(ctx, schoolId)) > mostContacts) throw tooMany(ctx)
  return {
    created,
    updated: 0,
    unchanged: there.length + read.twice,
    rejected: read.rejected,
    errors: read.errors,
    also: { replaced },
  }
}

const reader: ImportReader<ContactsIn, Options> = {
  kind: 'contacts',
  ofSchool: true,
  topics: { moved: [], done: ['school-contacts', 'hearings', 'waiting'] },
  records: {
    done: (ctx, happened) => record(ctx, { ...happened, verb: 'contacts-handed-in' }),
    undone: (ctx, happened) => record(ctx, { ...happened, verb: 'contacts-undone' }),
  },
  lock: (ctx) => store.lockContacts(ctx, schoolOf(ctx)),
  mostRows: 250_000,
  table: { ...contactTable, guess: guessColumns },
  run: bringContacts,
  // What a later upload replaced or found standing leans on this one.
  builtOn: async (ctx, importId) => ((await newestStanding(ctx)) === importId ? undefined : problem('newer-upload')),
  takeBack: (ctx, importId) => store.takeBack(ctx, schoolOf(ctx), importId),
}
const imports = importsOf('contact', reader)

const newestStanding = async (ctx: Ctx) => {
  const { rows } = await imports.listImports(ctx, { limit: 200 })
  return rows.find((row) => row.undoneAt === null)?.id
}

type How = { columns?: Columns | undefined; byHand?: ByHand; replace?: boolean; dry?: boolean; hidden?: boolean }
/**
 * Takes a school's contact list in: good rows in, bad rows listed by line and column. `dry` leaves nothing behind. Throws
 * file-refused (with why), columns-not-chosen, contacts-not-kept, contacts-too-many.
 */
export const importContacts = async (
  ctx: Ctx,
  file: Handed,
  { columns, byHand, replace = false, dry = false, hidden = false }: How = {},
): Promise<z.infer<typeof ContactImport>> => {
  sealingOf(ctx)
  const options = { replace }
  const how = { dryRun: dry, mapping: columns, byHand, options, takesHidden: hidden }
  const { importId, taken, outcome } = await imports.importAtOnce(ctx, file, how)
  if (!canTell(taken.mapping) && !dry)
    throw problem('columns-not-chosen', {
      field: m.school_contacts_what_tells({}, { locale: ctx.language }),
    })
  const { errors, also, ...counts } = outcome
  return {
    ...counts,
    id: importId,
    replaced: also.replaced,
    fileName: file.name,
    header: taken.facts.header,
    columns: taken.mapping,
    sample: taken.facts.sample,
    notes: taken.facts.notes.map((note) => sayReason(note, ctx.language)),
    reading: taken.facts.reading ?? null,
    hidden: hiddenOf(taken.facts),
    errors: errors.slice(0, mostErrors).map((one) => ({ ...one, reason: sayReason(one.reason, ctx.language) })),
  }
}

export const contactFiles: ImportKind = {
  kind: reader.kind,
  ofSchool: true,
  bring: (opens, file, dry) => opens.in((ctx) => importContacts(ctx, file, { dry })),
}

type Upload = z.infer<typeof ContactUpload>
/** What nothing brings back the leader deletes, or anyone where the school has none. */
const mayDelete = async (ctx: Ctx) => leadsSchool(ctx) || !(await store.hasLeader(ctx, schoolOf(ctx), leaders))

/** Contacts in force or replaced, or anything that follows from them or quotes their files. */
const somethingStands = async (ctx: Ctx): Promise<boolean> => {
  if (await anyContact(ctx)) return true
  if (await imports.anythingKept(ctx)) return true
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const room of ctx.house.rooms) if (await room.ofContacts?.(ctx)) return true
  return false
}

/** Uploads newest first; only the newest that stands can be undone, then the one before it. */
export const listUploads = async (ctx: Ctx): Promise<AnswerOf<typeof listContactUploads>> => {
  const { contacts, locked, open } = await contactsNow(ctx)
  const { rows } = await imports.listImports(ctx, { limit: 100 })
  const newest = rows.find((row) => row.undoneAt === null)?.id
  return {
    rows: rows.map((row): Upload => ({ ...row, by: row.who ?? '', can: { undo: row.id === newest } })),
    ...{ contacts, locked, open, possible: ctx.house.sealing !== null },
    can: { delete: (await mayDelete(ctx)) && (await somethingStands(ctx)) },
  }
}

export const undoUpload = async (ctx: Ctx, id: number): Promise<Upload> => {
  schoolOf(ctx)
  const undone = await imports.undoImport(ctx, id)
  return { ...undone, by: undone.who ?? '', can: { undo: false } }
}

/**
 * Every contact of the own school, in force or replaced, and with them whom they were taken for and what was said of them. Strikes stay:
 * they are the school's word on a company, and lapse. Nothing brings a contact back but its file. Throws leader-deletes.
 */
export const deleteAll = async (ctx: Ctx): Promise<AnswerOf<typeof listContactUploads>> => {
  const schoolId = schoolOf(ctx)
  if (!(await mayDelete(ctx))) throw problem('leader-deletes')
  await store.lockContacts(ctx, schoolId)
  if (!(await somethingStands(ctx))) return listUploads(ctx)
  const deleted = await deleteContacts(ctx, schoolId)
  await imports.endImports(ctx)
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const room of ctx.house.rooms) await room.contactsDeleted?.(ctx)
  await record(ctx, {
    verb: 'contacts-deleted',
    subject: 'school',
    subjectId: schoolId,
    after: { deleted },
    visibility: 'school',
    topics: reader.topics.done,
  })
  await tellRooms(ctx, reader.kind)
  return listUploads(ctx)
}

export const listErrors = (
  ctx: Ctx,
  id: number,
  paging: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listUploadErrors>> => {
  schoolOf(ctx)
  return imports.listImportErrors(ctx, id, paging)
}

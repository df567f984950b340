/** The front door of imports: take, try, run, undo, for whatever a room hands in a reader for. */
import { type Ctx, schoolOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem, problemText } from '#platform/errors'
import type { ByHand } from '#platform/files/table'
import { announce, recorder } from '#platform/events'
import { enqueue, type Job, job, sweep } from '#platform/jobs'
import { importsEvents } from './imports-events.table.ts'
import type { ImportError, ImportInFull, ImportInShort } from './imports.schema.ts'
import * as store from './imports.sql.ts'
import { errorsKept, type ImportReader, type Mapping, type Outcome } from './reader.ts'
import { canReadAgain, readImportAgain } from './read-again.ts'
import { sayReason } from '#platform/reason'
import { type AtOnce, carryOut, importAtOnce, refuseUnusable } from './run.ts'
import { forgetUnused } from './stored-rows.sql.ts'
import { type Handed, takeFile } from './take.ts'
import { hiddenOf } from './sheet-lines.ts'
import { undoImport } from './undo.ts'

export { importRoutes } from './imports.routes.ts'
export { type Change, noteChanges } from './imports.sql.ts'

const record = recorder(importsEvents)
export { errorsKept }
export type { Document, FileRow, ImportReader, Mapping, Outcome, ReadDocument, RowError, Work } from './reader.ts'
export { type ByHand, columnName } from '#platform/files/table'
export { hiddenOf } from './sheet-lines.ts'
export { quoted, type Reason, reason, sayReason, withoutLine } from '#platform/reason'
export { tellRooms } from './run.ts'
export type { Opens } from './run.ts'
export type { Handed } from './take.ts'

type Short = z.infer<typeof ImportInShort>
type Full = z.infer<typeof ImportInFull>
type Chosen = { mapping?: Mapping | undefined; hidden?: boolean | undefined }
type Paging = { cursor?: string | undefined; limit: number }

const shortOf = (ctx: Ctx, row: store.ImportRow): Short => ({
  id: row.id,
  fileName: row.fileName,
  format: row.format === 'register' ? 'register' : 'list',
  state: row.state,
  who: row.who,
  uploadedAt: row.uploadedAt,
  finishedAt: row.finishedAt,
  undoneAt: row.undoneAt,
  undoneBy: row.undoneByName,
  rowsTotal: row.rowsTotal,
  rowsDone: row.rowsDone,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  rejected: row.rejected,
  failure: row.failure === null ? null : problemText(row.failure, ctx.language, { reference: `import ${row.id}` }),
  can: {
    run: ['uploaded', 'tried', 'failed'].includes(row.state),
    undo: row.state === 'done' && row.created + row.updated > 0,
  },
})

const fullOf = (ctx: Ctx, row: store.ImportRow): Full => {
  const { header = [], sample = [], notes = [], takesHidden = false, ...details } = row.details
  const hidden = hiddenOf(row.details)
  const { fields = {}, warnings = [], ...result } = details.result ?? {}
  const short = shortOf(ctx, row)
  return {
    ...short,
    can: { ...short.can, readAgain: canReadAgain(row) },
    reading: details.reading ?? null,
    header,
    sample,
    mapping: row.mapping ?? {},
    fileNotes: [...notes, ...(result.told ?? [])].map((note) => sayReason(note, ctx.language)),
    hidden: hidden && { ...hidden, taken: takesHidden },
    fields: Object.entries(fields)
      .map(([field, count]) => ({ field, count }))
      .toSorted((a, b) => b.count - a.count),
    warnings,
    stayed: result.stayed ?? 0,
    notes: result.notes ?? 0,
  }
}

type AnyReader = store.Kind
const showImport = async (ctx: Ctx, reader: AnyReader, id: number): Promise<Full> => {
  const row = await store.findImport(ctx, reader, id)
  if (!row) throw problem('not-found')
  return fullOf(ctx, row)
}

const listImports = async (ctx: Ctx, reader: AnyReader, { cursor, limit }: Paging) => {
  const [before] = readCursor(cursor, 1) ?? []
  const found = await store.pageOfImports(ctx, reader, before === undefined ? undefined : Number(before), limit + 1)
  const last = found.length > limit ? found[limit - 1] : undefined
  return { rows: found.slice(0, limit).map((row) => shortOf(ctx, row)), next: last ? writeCursor([last.id]) : null }
}

const listImportErrors = async (ctx: Ctx, reader: AnyReader, id: number, { cursor, limit }: Paging) => {
  if (!(await store.findImport(ctx, reader, id))) throw problem('not-found')
  const [after] = readCursor(cursor, 1) ?? []
  const page = { after: Number(after ?? -1), limit: limit + 1 }
  const found = await store.pageOfErrors(ctx, id, page, store.readingSealing(ctx, reader))
  const rows = found
    .slice(0, limit)
    .map((row): z.infer<typeof ImportError> => ({ ...row, reason: sayReason(row.reason, ctx.language) }))
  return { rows, next: found.length > limit ? writeCursor([rows.at(-1)?.n ?? 0]) : null }
}

/**
 * Seals why rows of the own school's file did not come in, of one import that was listed in the open; false when there is none left.
 * Under the kind's lock: what is deleted meanwhile stays so.
 */
export const sealErrors = async (ctx: Ctx): Promise<boolean> => {
  const sealing = store.ownSealing(ctx, { ofSchool: true })
  const [id] = await store.importsInTheOpen(ctx, schoolOf(ctx), 1)
  if (id === undefined) return false
  const errors = await store.pageOfErrors(ctx, id, { after: -1, limit: errorsKept }, sealing)
  await store.listErrors(ctx, id, errors, sealing)
  return true
}

/** Files that were handed in and never used do not stay. */
export const forgetUnusedImports = sweep('forget-unused-imports', forgetUnused)

/** All that can be done with the imports of a kind. `name` begins its jobs' names. */
export const importsOf = <Done extends Outcome, Options>(name: string, reader: ImportReader<Done, Options>) => {
  type Given = { importId: number }
  const tries = job<Given>(`try-${name}-import`, (reach, { importId }) => carryOut(reach, reader, importId, true))
  const runs = job<Given>(`run-${name}-import`, (reach, { importId }) => carryOut(reach, reader, importId, false))
  const start = async (ctx: Ctx, id: number, to: 'trying' | 'running', job_: Job<Given>, chosen: Chosen) => {
    const row = await store.findImport(ctx, reader, id)
    if (!row) throw problem('not-found')
    const mapping = row.format === 'list' ? (chosen.mapping ?? row.mapping ?? {}) : {}
    refuseUnusable(reader, row.format, mapping)
    const takesHidden = chosen.hidden ?? row.details.takesHidden ?? false
    if (!(await store.moveImport(ctx, id, ['uploaded', 'tried', 'failed'], to, { mapping, takesHidden })))
      throw problem(row.state === 'done' || row.state === 'undone' ? 'import-over' : 'import-running')
    await enqueue(ctx, job_, { importId: id })
    return showImport(ctx, reader, id)
  }
  return {
    jobs: [tries, runs] as const,
    /** Takes in a file and guesses what its columns hold; nothing is imported yet. */
    takeImport: async (ctx: Ctx, handed: Handed): Promise<Full> => {
      const taken = await takeFile(ctx, reader, handed, { keeps: true })
      const id = await store.createImport(ctx, reader, taken, { state: 'uploaded' })
      await record(ctx, {
        verb: 'uploaded',
        subject: 'import',
        subjectId: id,
        after: { fileName: handed.name },
        topics: reader.topics.moved,
      })
      return showImport(ctx, reader, id)
    },
    readAgain: async (ctx: Ctx, id: number, byHand: ByHand): Promise<Full> => {
      await readImportAgain(ctx, reader, id, byHand)
      announce(ctx, reader.topics.moved)
      return showImport(ctx, reader, id)
    },
    tryImport: (ctx: Ctx, id: number, chosen: Chosen = {}) => start(ctx, id, 'trying', tries, chosen),
    runImport: (ctx: Ctx, id: number, chosen: Chosen = {}) => start(ctx, id, 'running', runs, chosen),
    undoImport: async (ctx: Ctx, id: number): Promise<Full> => {
      await undoImport(ctx, reader, id)
      return showImport(ctx, reader, id)
    },
    /** Take and run, or take and try, in one transaction. */
    importAtOnce: (ctx: Ctx, handed: Handed, how: AtOnce<Options> = {}) => importAtOnce(ctx, reader, handed, how),
    showImport: (ctx: Ctx, id: number) => showImport(ctx, reader, id),
    /** None of them can be undone any more: what they brought in is gone. */
    endImports: (ctx: Ctx) => store.endImports(ctx, reader, schoolOf(ctx)),
    /** Does anything that their files say still stand with them? */
    anythingKept: (ctx: Ctx) => store.anythingKept(ctx, reader, schoolOf(ctx)),
    listImports: (ctx: Ctx, paging: Paging) => listImports(ctx, reader, paging),
    listImportErrors: (ctx: Ctx, id: number, paging: Paging) => listImportErrors(ctx, reader, id, paging),
  }
}

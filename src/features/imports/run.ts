/** Trying and running an import. The dry run is the run itself, rolled back: there is no other. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import type { ByHand } from '#platform/files/table'
import { asProblem } from '#platform/http/problem-answer'
import type { Reach } from '#platform/jobs'
import { importsEvents } from './imports-events.table.ts'
import * as store from './imports.sql.ts'
import type { Reason } from '#platform/reason'
import { errorsKept, type Happened, type ImportReader, type Mapping, type Outcome } from './reader.ts'
import { forgetOriginal, forgetPieces, storedRows } from './stored-rows.sql.ts'
import { type Handed, type Taken, takeFile } from './take.ts'
import { listening, notesOf, withTold } from './told-rows.ts'
import { mendingRows } from './uneven-rows.ts'

const record = recorder(importsEvents)
const imported = (ctx: Ctx, happened: Happened) => record(ctx, { ...happened, verb: 'imported' })

/** Whoever can open transactions: a job, a command, the demo world. */
export type Opens = Pick<Reach, 'in'>
type Progress = (rows: number) => Promise<void>

const rehearse = async <T>(ctx: Ctx, work: () => Promise<T>): Promise<T> => {
  await sql`savepoint rehearsal`.execute(ctx.db)
  const outcome = await work()
  await sql`rollback to savepoint rehearsal`.execute(ctx.db)
  return outcome
}

const mendedBy = ({ details, mapping }: store.ImportRow, kinds: ImportReader['table']['kinds']) => {
  const { header = [], sample = [], delimiter = ';' } = details
  return mendingRows({ header, sample, mapping: mapping ?? {}, delimiter }, kinds)
}

const readIn = async <Done extends Outcome, Options>(
  ctx: Ctx,
  reader: ImportReader<Done, Options>,
  row: store.ImportRow,
  progress: Progress,
): Promise<Done> => {
  if (row.fileId === null) throw problem('import-over')
  const { details } = row
  const takesHidden = details.takesHidden ?? false
  const heard = listening(
    storedRows(ctx, row.fileId, store.ownSealing(ctx, reader)),
    takesHidden,
    mendedBy(row, reader.table.kinds),
  )
  const outcome = await reader.run(ctx, {
    importId: row.id,
    header: row.format === 'list' ? (details.header ?? []) : [],
    mapping: row.mapping ?? {},
    notes: notesOf(details, takesHidden),
    options: details.options as Options | undefined,
    rows: heard.rows,
    progress,
  })
  return withTold(outcome, heard, details.sheets ?? [])
}

const save = async (
  ctx: Ctx,
  reader: Pick<ImportReader, 'ofSchool'>,
  id: number,
  state: 'tried' | 'done',
  outcome: Outcome,
) => {
  const { created, updated, unchanged, rejected, errors, told = [] } = outcome
  const result = reader.ofSchool ? {} : { ...outcome.result, told }
  await store.listErrors(ctx, id, errors.slice(0, errorsKept), store.ownSealing(ctx, reader))
  const finishedAt = state === 'done' ? ctx.at : null
  await store.finishImport(ctx, id, state, { created, updated, unchanged, rejected, result, finishedAt })
}

const perform = async <Done extends Outcome, Options>(
  ctx: Ctx,
  reader: ImportReader<Done, Options>,
  row: store.ImportRow,
  progress: Progress,
): Promise<Done> => {
  const outcome = await readIn(ctx, reader, row, progress)
  await save(ctx, reader, row.id, 'done', outcome)
  await forgetPieces(ctx, row.fileId ?? 0)
  await forgetOriginal(ctx, row.fileId ?? 0)
  const { created, updated, unchanged, rejected, also } = outcome
  await (reader.records?.done ?? imported)(ctx, {
    subject: 'import',
    subjectId: row.id,
    after: { fileName: row.fileName, created, updated, unchanged, rejected, ...also },
    visibility: reader.ofSchool ? 'school' : 'centre',
    topics: [...reader.topics.moved, ...reader.topics.done],
  })
  await tellRooms(ctx, reader.kind)
  return outcome
}

/** The rooms that hold something that follows from such files. */
export const tellRooms = async (ctx: Ctx, kind: string) => {
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const room of ctx.house.rooms) await room.filesChanged?.(ctx, kind)
}

/** Tells open pages how far it is, from beside the transaction that works, at most once a second. */
const progressOf = (opens: Opens, topics: readonly string[], id: number): Progress => {
  let told = performance.now()
  return async (rows) => {
    if (performance.now() - told < 1000) return
    told = performance.now()
    await opens.in(async (ctx) => {
      await store.noteProgress(ctx, id, rows)
      announce(ctx, topics)
    })
  }
}

/**
 * Does an import that stands as running (or trying): all of it in one transaction, so that a crash leaves nothing half done.
 * How it stands is read under the lock: whoever comes second finds it done, and does nothing.
 */
export const carryOut = async <Done extends Outcome, Options>(
  opens: Opens,
  reader: ImportReader<Done, Options>,
  id: number,
  dryRun: boolean,
): Promise<void> => {
  const working = dryRun ? 'trying' : 'running'
  const { moved } = reader.topics
  const progress = progressOf(opens, moved, id)
  try {
    await opens.in(async (ctx) => {
      await reader.lock(ctx)
      const row = await store.findImport(ctx, reader, id)
      if (row?.state !== working) return
      if (!dryRun) return void (await perform(ctx, reader, row, progress))
      await save(ctx, reader, id, 'tried', await rehearse(ctx, () => readIn(ctx, reader, row, progress)))
      announce(ctx, moved)
    })
  } catch (error) {
    await opens
      .in(async (ctx) => {
        await store.failImport(ctx, id, working, asProblem(error)?.code ?? 'unexpected')
        announce(ctx, moved)
      })
      // When even that cannot be written the queue tries the whole again.
      .catch(() => undefined)
    throw error
  }
}

export type AtOnce<Options> = {
  dryRun?: boolean | undefined
  mapping?: Mapping | undefined
  byHand?: ByHand | undefined
  options?: Options
  takesHidden?: boolean
}
/** `notes`: what concerns the whole file. */
export type Done<D> = { importId: number | null; taken: Taken; notes: Reason[]; outcome: D }

/** Refuses a table in which nobody can be told. */
export const refuseUnusable = <D extends Outcome, O>(
  { table }: ImportReader<D, O>,
  format: string | null,
  mapping: Mapping,
) => {
  if (format === 'list' && table.needs && mapping[table.needs.field] === undefined)
    throw problem('columns-not-chosen', { field: table.needs.name })
}

/**
 * From the file to the end in one transaction: for small files, commands and the demo world. A dry run leaves nothing
 * behind. Throws file-refused, columns-not-chosen.
 */
export const importAtOnce = <D extends Outcome, Options>(
  ctx: Ctx,
  reader: ImportReader<D, Options>,
  handed: Handed,
  { dryRun = false, mapping, byHand, options, takesHidden = false }: AtOnce<Options>,
): Promise<Done<D>> => {
  const work = async () => {
    const taken = await takeFile(ctx, reader, handed, { mapping, byHand })
    refuseUnusable(reader, taken.format, taken.mapping)
    await reader.lock(ctx)
    const importId = await store.createImport(ctx, reader, taken, { state: 'running', options, takesHidden })
    const row = await store.findImport(ctx, reader, importId)
    if (!row) throw problem('not-found')
    // Of a school's own file nothing that stands in it is kept with the import.
    const told = { ...row, details: { ...row.details, ...taken.facts } }
    const outcome = await perform(ctx, reader, told, async () => {})
    return {
      importId: dryRun ? null : importId,
      taken,
      notes: [...notesOf(taken.facts, takesHidden), ...(outcome.told ?? [])],
      outcome,
    }
  }
  return dryRun ? rehearse(ctx, work) : work()
}

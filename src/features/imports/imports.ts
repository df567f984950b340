import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem, type ProblemCode, problemText } from '#platform/errors'
import { record } from '#platform/events'
import { enqueue, type Job, sweep } from '#platform/jobs'
import { type FileFacts, type Handed, takeFile } from './import-file.ts'
import { discardImport, forgetUnused } from './import-file.sql.ts'
import { carryOut, type Opens, runImportJob, tryImportJob } from './import-job.ts'
import type { Mapping } from '../register/header-guess.ts'
import type { CompanyImport, CompanyImportInFull, ImportError } from './imports.schema.ts'
import * as rows from './imports.sql.ts'

type Short = z.infer<typeof CompanyImport>
export type Full = z.infer<typeof CompanyImportInFull>
type Page<Row> = { rows: Row[]; next: string | null }
type Asked = { cursor?: string | undefined; limit: number }
type Details = FileFacts & {
  result?: {
    fields: Record<string, number>
    warnings: { field: string; percent: number }[]
    kept: number
    notes: number
  }
}

const shortOf = (ctx: Ctx, row: rows.ImportRow): Short => ({
  id: row.id,
  fileName: row.fileName,
  format: row.format === 'register' ? 'register' : 'list',
  state: row.state as rows.ImportState,
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
  failure:
    row.failure === null
      ? null
      : problemText(row.failure as ProblemCode, ctx.language, { reference: `import ${row.id}` }),
  can: {
    run: ['uploaded', 'tried', 'failed'].includes(row.state),
    undo: row.state === 'done' && row.created + row.updated > 0,
  },
})

const fullOf = (ctx: Ctx, row: rows.ImportRow): Full => {
  const { header, sample, notes, result } = row.details as Details
  return {
    ...shortOf(ctx, row),
    header,
    sample,
    mapping: (row.mapping ?? {}) as Mapping,
    fileNotes: notes.map((note) => note[ctx.language]),
    fields: Object.entries(result?.fields ?? {})
      .map(([field, count]) => ({ field, count }))
      .toSorted((a, b) => b.count - a.count),
    warnings: result?.warnings ?? [],
    kept: result?.kept ?? 0,
    notes: result?.notes ?? 0,
  }
}

export const showImport = async (ctx: Ctx, id: number): Promise<Full> => {
  const row = await rows.findImport(ctx, id)
  if (!row) throw problem('not-found')
  return fullOf(ctx, row)
}

export const listImports = async (ctx: Ctx, { cursor, limit }: Asked): Promise<Page<Short>> => {
  const [before] = readCursor(cursor, 1) ?? []
  const found = await rows.pageOfImports(ctx, before === undefined ? undefined : Number(before), limit + 1)
  const last = found.length > limit ? found[limit - 1] : undefined
  return { rows: found.slice(0, limit).map((row) => shortOf(ctx, row)), next: last ? writeCursor([last.id]) : null }
}

/** Takes in a file and guesses what its columns hold; nothing is imported yet. */
export const uploadCompanies = async (ctx: Ctx, handed: Handed): Promise<Full> => {
  const id = await takeFile(ctx, handed)
  await record(ctx, {
    verb: 'uploaded',
    subject: 'import',
    subjectId: id,
    after: { fileName: handed.name },
    topics: ['company-imports'],
  })
  return showImport(ctx, id)
}

type Start = { to: 'trying' | 'running'; from: readonly rows.ImportState[]; job: Job<{ importId: number }> }
const trial: Start = { to: 'trying', from: ['uploaded', 'tried', 'failed'], job: tryImportJob }
const run: Start = { to: 'running', from: ['uploaded', 'tried', 'failed'], job: runImportJob }

/** A file is only run when its rows can be recognised: the register's own, or a column with CVR numbers. */
const chosenMapping = (row: rows.ImportRow, mapping: Mapping | undefined): Mapping => {
  if (row.format === 'register') return {}
  const chosen = mapping ?? ((row.mapping ?? {}) as Mapping)
  if (chosen.cvr === undefined) throw problem('columns-not-chosen', { field: 'CVR' })
  return chosen
}

const begin = async (ctx: Ctx, id: number, mapping: Mapping | undefined, start: Start): Promise<void> => {
  const row = await rows.findImport(ctx, id)
  if (!row) throw problem('not-found')
  const chosen = chosenMapping(row, mapping)
  if (await rows.moveImport(ctx, id, start.from, start.to, { mapping: chosen })) return
  throw problem(row.state === 'done' || row.state === 'undone' ? 'import-over' : 'import-running')
}

const start = async (ctx: Ctx, id: number, mapping: Mapping | undefined, wanted: Start): Promise<Full> => {
  await begin(ctx, id, mapping, wanted)
  await enqueue(ctx, wanted.job, { importId: id })
  return showImport(ctx, id)
}
export const tryImport = (ctx: Ctx, id: number, mapping?: Mapping) => start(ctx, id, mapping, trial)
export const runImport = (ctx: Ctx, id: number, mapping?: Mapping) => start(ctx, id, mapping, run)

export const listImportErrors = async (
  ctx: Ctx,
  id: number,
  { cursor, limit }: Asked,
): Promise<Page<z.infer<typeof ImportError>>> => {
  const [after] = readCursor(cursor, 1) ?? []
  const found = await rows.pageOfErrors(ctx, id, Number(after ?? 0), limit + 1)
  const shown = found.slice(0, limit).map((row) => ({
    n: row.n,
    line: row.line,
    column: row.columnName,
    reason: ctx.language === 'da' ? row.reasonDa : row.reasonEn,
    rejected: row.rejected,
  }))
  return { rows: shown, next: found.length > limit ? writeCursor([shown.at(-1)?.n ?? 0]) : null }
}

/** Files that were handed in and never used do not stay. */
export const forgetUnusedImports = sweep('forget-unused-imports', forgetUnused)

export type ImportResult = {
  created: number
  updated: number
  unchanged: number
  rejected: number
  errors: { line: number; column: string | null; reason: string }[]
}

/**
 * Imports a file from start to end, for commands and the demo world: the same steps as on the screen, waiting for each.
 * A dry run leaves nothing behind. Throws file-refused, columns-not-chosen.
 */
export const importCompanies = async (
  opens: Opens,
  {
    name,
    bytes,
    size = 0,
    dryRun = false,
    mapping,
  }: { name: string; bytes: AsyncIterable<Uint8Array>; size?: number; dryRun?: boolean; mapping?: Mapping },
): Promise<ImportResult> => {
  const { id, language } = await opens.in(async (ctx) => {
    const taken = await takeFile(ctx, { name, bytes, size })
    await begin(ctx, taken, mapping, dryRun ? trial : run)
    return { id: taken, language: ctx.language }
  })
  const outcome = await carryOut(opens, id, dryRun)
  if (!outcome) throw problem('import-over')
  if (dryRun) await opens.in(async (ctx) => discardImport(ctx, id, (await rows.findImport(ctx, id))?.fileId ?? null))
  const { created, updated, unchanged, rejected, errors } = outcome
  return {
    created,
    updated,
    unchanged,
    rejected,
    errors: errors
      .filter((one) => one.rejected)
      .map(({ line, column, said }) => ({ line, column, reason: said[language] })),
  }
}

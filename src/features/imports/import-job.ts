import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { announce, record } from '#platform/events'
import { asProblem } from '#platform/http/problem-answer'
import { job, type Reach } from '#platform/jobs'
import { bringIn, type Outcome } from '../register/import-rows.ts'
import { forgetPieces } from './import-file.sql.ts'
import type { FileFacts } from './import-file.ts'
import { findImport, finishImport, type ImportRow, listErrors, noteProgress } from './imports.sql.ts'

/** Whoever can open transactions: a job, a command, the demo world. */
export type Opens = Pick<Reach, 'in'>

/** Ends a dry run: carries the outcome out of the transaction that it rolls back. */
class DryRunOver extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('dry run')
    this.outcome = outcome
  }
}

/** A field that changes in more of the known rows than this is perhaps the wrong column. */
const suspicious = 0.3
/** Under so few rows a share says nothing. */
const fewest = 5

const detailsOf = ({ fields, known, kept, notes }: Outcome) => ({
  fields,
  kept,
  notes: notes,
  warnings: Object.entries(fields)
    .filter(([, count]) => known >= fewest && count / known > suspicious)
    .map(([field, count]) => ({ field, percent: Math.round((100 * count) / known) })),
})

const save = async (ctx: Ctx, id: number, state: 'tried' | 'done', outcome: Outcome) => {
  const { created, updated, unchanged, rejected } = outcome
  await listErrors(ctx, id, outcome.errors)
  await finishImport(ctx, id, {
    state,
    created,
    updated,
    unchanged,
    rejected,
    details: { result: detailsOf(outcome) },
    ...(state === 'done' && { finishedAt: ctx.at }),
  })
}

/** Tells open pages how far it is, from beside the transaction that works, at most once a second. */
const progressOf = (opens: Opens, id: number) => {
  let told = performance.now()
  return async (rows: number) => {
    if (performance.now() - told < 1000) return
    told = performance.now()
    await opens.in(async (ctx) => {
      await noteProgress(ctx, id, rows)
      await announce(ctx, ['company-imports'])
    })
  }
}

const perform = async (
  ctx: Ctx,
  row: ImportRow,
  dryRun: boolean,
  progress: (rows: number) => Promise<void>,
): Promise<Outcome> => {
  if (row.fileId === null) throw problem('import-over')
  const { header } = row.details as FileFacts
  const file = {
    importId: row.id,
    fileId: row.fileId,
    mapping: (row.mapping ?? {}) as object,
    header: row.format === 'list' ? header : [],
  }
  const outcome = await bringIn(ctx, file, progress)
  if (dryRun) throw new DryRunOver(outcome)
  await save(ctx, row.id, 'done', outcome)
  await forgetPieces(ctx, row.fileId)
  const { created, updated, unchanged, rejected } = outcome
  await record(ctx, {
    verb: 'imported',
    subject: 'import',
    subjectId: row.id,
    after: { fileName: row.fileName, created, updated, unchanged, rejected },
    topics: ['companies', 'company-imports'],
  })
  return outcome
}

/**
 * Does an import that stands as running (or trying): all of it in one transaction, so that a crash leaves nothing half
 * done. The dry run is the same, rolled back. Done already: nothing.
 */
export const carryOut = async (opens: Opens, id: number, dryRun: boolean): Promise<Outcome | undefined> => {
  try {
    const outcome = await opens.in(async (ctx) => {
      const row = await findImport(ctx, id)
      return row?.state === (dryRun ? 'trying' : 'running')
        ? perform(ctx, row, dryRun, progressOf(opens, id))
        : undefined
    })
    return outcome
  } catch (error) {
    if (!(error instanceof DryRunOver)) {
      await fail(opens, id, error)
      throw error
    }
    await opens.in(async (ctx) => {
      await save(ctx, id, 'tried', error.outcome)
      await announce(ctx, ['company-imports'])
    })
    return error.outcome
  }
}

/** Nothing was changed; the import says why. When even that cannot be written the queue tries the whole again. */
const fail = (opens: Opens, id: number, error: unknown) =>
  opens
    .in(async (ctx) => {
      await finishImport(ctx, id, {
        state: 'failed',
        failure: asProblem(error)?.code ?? 'unexpected',
        finishedAt: ctx.at,
      })
      await announce(ctx, ['company-imports'])
    })
    .catch(() => undefined)

export const runImportJob = job<{ importId: number }>('run-company-import', async (reach, { importId }) => {
  await carryOut(reach, importId, false)
})
export const tryImportJob = job<{ importId: number }>('try-company-import', async (reach, { importId }) => {
  await carryOut(reach, importId, true)
})

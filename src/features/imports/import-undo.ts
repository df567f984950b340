/** Undoing an import. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import * as rows from './imports.sql.ts'
import * as undo from './import-undo.sql.ts'
import { lockRegister } from '../register/register.sql.ts'
import { type Full, showImport } from './imports.ts'

/** Undoes a whole import: changed values are put back, added companies go. Refused when something was built on it since. */
export const undoImport = async (ctx: Ctx, id: number): Promise<Full> => {
  await lockRegister(ctx)
  const row = await rows.findImport(ctx, id)
  if (!row) throw problem('not-found')
  if (row.state === 'undone') throw problem('import-undone')
  if (row.state !== 'done') throw problem('import-running')
  const newer = await undo.changedSince(ctx, id)
  if (newer > 0) throw problem('import-newer-changes', { count: newer })
  const used = await undo.inUse(ctx, id)
  if (used > 0) throw problem('import-in-use', { count: used })
  await takeBackUnlessUsed(ctx, id)
  await undo.markUndone(ctx, id)
  await record(ctx, {
    verb: 'undone',
    subject: 'import',
    subjectId: id,
    before: { created: row.created, updated: row.updated },
    topics: ['companies', 'company-imports'],
  })
  return showImport(ctx, id)
}

/** What another centre built on these companies cannot be seen from here, but the database still holds on to it. */
const takeBackUnlessUsed = (ctx: Ctx, id: number) =>
  undo.takeBack(ctx, id).catch((error: unknown) => {
    throw (error as { code?: string }).code === '23503' ? problem('import-in-use', { count: 1 }) : error
  })

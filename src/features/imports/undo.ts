import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { importsEvents } from './imports-events.table.ts'
import * as store from './imports.sql.ts'
import type { Happened, ImportReader, Outcome } from './reader.ts'
import { tellRooms } from './run.ts'

const record = recorder(importsEvents)
const undone = (ctx: Ctx, happened: Happened) => record(ctx, { ...happened, verb: 'undone' })

/** Undoes a whole import: changed values are put back, added rows go. Refused when something was built on it since. */
export const undoImport = async <Done extends Outcome, Options>(
  ctx: Ctx,
  reader: ImportReader<Done, Options>,
  id: number,
): Promise<void> => {
  await reader.lock(ctx)
  const row = await store.findImport(ctx, reader, id)
  if (!row) throw problem('not-found')
  if (row.state === 'undone') throw problem('import-undone')
  if (row.state !== 'done') throw problem('import-running')
  const refused = await reader.builtOn(ctx, id)
  if (refused) throw refused
  await reader.takeBack(ctx, id)
  await store.markUndone(ctx, id)
  await (reader.records?.undone ?? undone)(ctx, {
    subject: 'import',
    subjectId: id,
    before: { fileName: row.fileName, created: row.created, updated: row.updated },
    visibility: reader.ofSchool ? 'school' : 'centre',
    topics: [...reader.topics.moved, ...reader.topics.done],
  })
  await tellRooms(ctx, reader.kind)
}

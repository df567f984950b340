/** A file that waits is read once more, as somebody says: other headings, another sheet, another encoding. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import type { ByHand } from '#platform/files/table'
import { reason, sayReason } from '#platform/reason'
import * as store from './imports.sql.ts'
import type { ImportReader, Outcome } from './reader.ts'
import { forgetPieces, originalOf, takeAnew } from './stored-rows.sql.ts'
import { keptAs, readInto } from './take.ts'

const waiting = ['uploaded', 'tried', 'failed'] as const

export const canReadAgain = ({ state, details }: store.ImportRow) =>
  waiting.some((one) => one === state) && details.kept === true

/**
 * Whatever was guessed of it is guessed anew, but for what stands in `byHand`; what its columns hold too. Throws file-refused where the
 * choice does not fit the file: then it stays as it was read before.
 */
export const readImportAgain = async <Done extends Outcome, Options>(
  ctx: Ctx,
  reader: ImportReader<Done, Options>,
  id: number,
  byHand: ByHand,
): Promise<void> => {
  const row = await store.findImport(ctx, reader, id)
  if (!row) throw problem('not-found')
  const over = row.state === 'done' || row.state === 'undone'
  // Moved where it stands: whoever would run it meanwhile waits.
  const before = { mapping: row.mapping ?? {}, takesHidden: false }
  if (!(await store.moveImport(ctx, id, waiting, 'uploaded', before)))
    throw problem(over ? 'import-over' : 'import-running')
  if (row.fileId === null || !row.details.kept) {
    const why = sayReason(reason('imports_not_read_again', {}), ctx.language)
    throw problem('file-refused', { reason: why })
  }
  await forgetPieces(ctx, row.fileId)
  const source = { name: row.fileName, bytes: originalOf(ctx, row.fileId), size: 0 }
  const read = await readInto(ctx, reader, source, { fileId: row.fileId, byHand })
  const { format: _, mapping, rows, ...facts } = await keptAs(ctx, row.fileId, read)
  await takeAnew(ctx, row, { mapping, rows, facts })
}

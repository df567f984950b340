/** How classes come in: the catalogue portal's file, carried through by the one pipeline. */
import { problem } from '#platform/errors'
import type { AnswerOf, z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { recorder } from '#platform/events'
import type { ImportKind } from '#platform/room'
import { type ByHand, type Handed, importsOf, type ImportReader, sayReason } from '../imports/imports.ts'
import { runsCentre } from '../centre/roles.ts'
import { bringClasses, type ClassesIn } from './bring-classes.ts'
import type { ClassImport, ClassImportResult, listClassImports as ListOfImports } from './catalogue.schema.ts'
import { catalogueEvents } from './catalogue-events.table.ts'
import { classTable, placesOf, refuseOther } from './class-file.ts'
import { lockClasses } from './class-imports.sql.ts'
import * as store from './undo.sql.ts'

const record = recorder(catalogueEvents)

const reader: ImportReader<ClassesIn> = {
  kind: 'classes',
  mostRows: 250_000,
  // The whole portal holds some ten thousand classes; more than this in one file is another file.
  limits: { fileBytes: 64 * 1024 * 1024 },
  topics: { moved: ['class-imports'], done: ['classes', 'waiting'] },
  records: { undone: (ctx, happened) => record(ctx, { ...happened, verb: 'import-undone' }) },
  lock: lockClasses,
  table: { ...classTable, guess: placesOf, refuse: refuseOther },
  run: bringClasses,
  builtOn: async (ctx, importId) => {
    const newer = await store.countChangedSince(ctx, importId)
    return newer > 0 ? problem('class-import-newer', { count: newer }) : undefined
  },
  takeBack: store.takeBack,
}
const imports = importsOf('class', reader)

const mostErrors = 1000

/**
 * Brings the portal's file in: good rows in, bad rows listed by line and column with the reason. A dry run leaves nothing
 * behind. Throws `file-refused` when it is no file of classes.
 */
export const importClasses = async (
  ctx: Ctx,
  { dryRun, byHand, ...file }: Handed & { dryRun?: boolean | undefined; byHand?: ByHand },
): Promise<z.infer<typeof ClassImportResult>> => {
  const { importId, taken, notes, outcome } = await imports.importAtOnce(ctx, file, { dryRun, byHand })
  const { also, errors, ...counts } = outcome
  return {
    importId,
    fileName: file.name,
    ...counts,
    newProviders: also.newProviders,
    reading: taken.facts.reading ?? null,
    errors: errors.slice(0, mostErrors).map((one) => ({ ...one, reason: sayReason(one.reason, ctx.language) })),
    notes: notes.map((note) => sayReason(note, ctx.language)),
  }
}

export const classFiles: ImportKind = {
  kind: reader.kind,
  bring: (opens, file, dryRun) => opens.in((ctx) => importClasses(ctx, { ...file, dryRun })),
}

type Paging = { cursor?: string | undefined; limit: number }
export const listClassImports = async (ctx: Ctx, paging: Paging): Promise<AnswerOf<typeof ListOfImports>> => {
  const { rows, next } = await imports.listImports(ctx, paging)
  return {
    rows: rows.map(({ uploadedAt, ...one }): z.infer<typeof ClassImport> => {
      const state = one.state === 'undone' ? 'undone' : 'done'
      return { ...one, state, at: uploadedAt, can: { undo: state === 'done' && runsCentre(ctx) } }
    }),
    next,
  }
}

export const listClassImportErrors = (ctx: Ctx, id: number, paging: Paging) => imports.listImportErrors(ctx, id, paging)

/** Takes a whole import back: new classes go, changed ones get their old values. Throws import-undone, class-import-newer. */
export const undoClassImport = async (ctx: Ctx, id: number) => {
  await imports.undoImport(ctx, id)
  return {}
}

/** The catalogue's front door: classes of all providers, where they stand, and their imports. */
import type { Ctx } from '#platform/context'
import { daysAfter } from '#platform/clock'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import type { Waiting } from '../home/home.schema.ts'
import { runsCentre } from '../centre/roles.ts'
import type { Class, ClassImport } from './catalogue.schema.ts'
import { classCounts, classPage, halfEmpty, providersWithClasses, type Wanted } from './classes.sql.ts'
import { lockImports } from './imports.sql.ts'
import { changedSince, errorPage, importOf, importPage, markUndone, takeBack } from './undo.sql.ts'

export { importClasses } from './import-classes.ts'

type ClassFilter = Omit<Wanted, 'from' | 'to'> & { weeks?: number | undefined; upcoming?: boolean | undefined }
type Paging = { cursor?: string | undefined; limit: number }

/** Classes, soonest first. */
export const listClasses = async (ctx: Ctx, { cursor, limit, weeks, upcoming, ...rest }: ClassFilter & Paging) => {
  const wanted: Wanted = {
    ...rest,
    from: upcoming || weeks ? ctx.today : undefined,
    to: weeks ? daysAfter(ctx.today, 7 * weeks) : undefined,
  }
  const [day, id] = readCursor(cursor, 2) ?? []
  if (cursor && !(/^\d{4}-\d\d-\d\d$/.test(String(day)) && typeof id === 'number')) throw problem('bad-cursor')
  const after = cursor ? ([String(day), Number(id)] as const) : undefined
  const found = await classPage(ctx, wanted, after, limit + 1)
  const rows = found.slice(0, limit).map(
    ({ kind, code, courseTitle, providerId, institution, providerName, schoolId, ...one }): z.infer<typeof Class> => ({
      ...one,
      course: { kind, code, title: courseTitle },
      provider: { id: providerId, institution, name: providerName, schoolId },
      needs: one.state === 'short' ? (one.minimum ?? 0) - one.enrolled : 0,
    }),
  )
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? writeCursor([last.startsOn, last.id]) : null }
}

export const showCatalogue = async (ctx: Ctx) => {
  const [newest] = await importPage(ctx, undefined, 1)
  return {
    ...(await classCounts(ctx, ctx.today)),
    providers: await providersWithClasses(ctx),
    importedAt: newest?.state === 'done' ? newest.at : null,
    can: { import: runsCentre(ctx) },
  }
}

export const listClassImports = async (ctx: Ctx, { cursor, limit }: Paging) => {
  const before = readCursor(cursor, 1)?.[0]
  const found = await importPage(ctx, before === undefined ? undefined : Number(before), limit + 1)
  const rows = found.slice(0, limit).map((one): z.infer<typeof ClassImport> => {
    const state = one.state === 'undone' ? 'undone' : 'done'
    return { ...one, state, can: { undo: state === 'done' && runsCentre(ctx) } }
  })
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? writeCursor([last.id]) : null }
}

export const listClassImportErrors = async (ctx: Ctx, id: number, { cursor, limit }: Paging) => {
  if (!(await importOf(ctx, id))) throw problem('not-found')
  const found = await errorPage(ctx, id, Number(readCursor(cursor, 1)?.[0] ?? 0), limit + 1)
  const rows = found.slice(0, limit)
  const next = found.length > limit ? writeCursor([rows.at(-1)?.n ?? 0]) : null
  return {
    rows: rows.map((one) => ({
      line: one.line,
      column: one.columnName,
      reason: ctx.language === 'da' ? one.reasonDa : one.reasonEn,
    })),
    next,
  }
}

/** Takes a whole import back: new classes go, changed ones get their old values. Throws import-undone, class-import-newer. */
export const undoClassImport = async (ctx: Ctx, id: number) => {
  await lockImports(ctx)
  const found = await importOf(ctx, id)
  if (!found) throw problem('not-found')
  if (found.state !== 'done') throw problem('import-undone')
  const newer = await changedSince(ctx, id)
  if (newer > 0) throw problem('class-import-newer', { count: newer })
  await takeBack(ctx, id)
  await markUndone(ctx, id)
  await record(ctx, {
    verb: 'import-undone',
    subject: 'import',
    subjectId: id,
    after: { fileName: found.fileName },
    topics: ['classes', 'class-imports', 'waiting'],
  })
  return {}
}

/** Days ahead in which a half-empty class still can be helped, and those in which it must be this week. */
const [soon, thisWeek] = [42, 14]

/** For who runs the centre: at most three classes that begin soon and lack the fewest participants. */
export const classesWaiting = async (ctx: Ctx): Promise<z.infer<typeof Waiting>[]> => {
  if (!runsCentre(ctx)) return []
  const found = await halfEmpty(ctx, ctx.today, daysAfter(ctx.today, soon), 3)
  return found.map((one) => ({
    kind: 'class-short',
    when: one.startsOn <= daysAfter(ctx.today, thisWeek) ? 'week' : 'later',
    values: {
      course: one.course,
      provider: one.provider,
      enrolled: one.enrolled,
      minimum: one.minimum ?? 0,
      needs: (one.minimum ?? 0) - one.enrolled,
      classId: one.id,
    },
    date: one.startsOn,
    href: `/hold?q=${encodeURIComponent(one.quickNumber)}`,
  }))
}

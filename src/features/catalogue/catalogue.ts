/** The catalogue's front door: classes of all providers, where they stand, and their imports. */
import type { Ctx } from '#platform/context'
import { daysAfter } from '#platform/clock'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { runsCentre } from '../centre/roles.ts'
import { listClassImports } from './class-imports.ts'
import type { Class } from './catalogue.schema.ts'
import { classCounts, classPage, providersWithClasses, type Wanted } from './classes.sql.ts'

export { importClasses, listClassImportErrors, listClassImports, undoClassImport } from './class-imports.ts'

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
  const [newest] = (await listClassImports(ctx, { limit: 1 })).rows
  return {
    ...(await classCounts(ctx, ctx.today)),
    providers: await providersWithClasses(ctx),
    importedAt: newest?.state === 'done' ? newest.at : null,
    can: { import: runsCentre(ctx) },
  }
}

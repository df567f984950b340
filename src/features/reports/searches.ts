/** Searches that somebody keeps: his alone, and nobody learns when he looked. */
import { type Ctx, personOf } from '#platform/context'
import { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { ReportFilter } from './reports.schema.ts'
import * as reports from './reports.sql.ts'
import { mostFresh, type ReportSearch } from './searches.schema.ts'
import * as store from './searches.sql.ts'

type Search = z.infer<typeof ReportSearch>
/** So many names can still be told apart; each is counted whenever the list is shown. */
const mostSearches = 20

type Kept = Awaited<ReturnType<typeof store.mySearches>>[number]
/** With what is fresh. One that was kept when reports were found otherwise is not shown. */
const counted = async (ctx: Ctx, kept: readonly Kept[]): Promise<Search[]> => {
  const found: Search[] = []
  for (const { filter, lookedAt, ...search } of kept) {
    const read = z.safeParse(z.strictObject(ReportFilter), filter)
    if (read.success)
      found.push({ ...search, filter: read.data, fresh: await reports.countSince(ctx, read.data, lookedAt, mostFresh) })
  }
  return found
}
const one = async (ctx: Ctx, id: number): Promise<Search> => {
  const kept = await store.mySearches(ctx)
  const [search] = await counted(
    ctx,
    kept.filter((each) => each.id === id),
  )
  if (!search) throw problem('not-found')
  return search
}

export const listReportSearches = async (ctx: Ctx) => ({ rows: await counted(ctx, await store.mySearches(ctx)) })

/** Throws too-many-searches. */
export const keepReportSearch = async (
  ctx: Ctx,
  { name, filter }: Pick<Search, 'name' | 'filter'>,
): Promise<Search> => {
  const kept = await store.mySearches(ctx)
  if (kept.length >= mostSearches && !kept.some((search) => search.name === name))
    throw problem('too-many-searches', { most: mostSearches })
  const { id } = await store.keepSearch(ctx, personOf(ctx), name, filter)
  return one(ctx, id)
}

export const lookAtReportSearch = async (ctx: Ctx, id: number): Promise<Search> => {
  if (!(await store.noteLook(ctx, id))) throw problem('not-found')
  return one(ctx, id)
}

export const removeReportSearch = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  if (!(await store.deleteSearch(ctx, id))) throw problem('not-found')
  return {}
}

/** Front door: the reading side of visit reports. What is written, and by whom it may be mended, is `visits`' own. */
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { z } from '#platform/endpoint'
import { municipalityName } from '../official-codes/official-codes.ts'
import { divisionName } from '../official-codes/industry-divisions.table.ts'
import { forLists, speaksOfDyslexia } from '../visits/visits.ts'
import type * as contract from './reports.schema.ts'
import * as store from './reports.sql.ts'

export { keepReportSearch, listReportSearches, lookAtReportSearch, removeReportSearch } from './searches.ts'

type Row = z.infer<typeof contract.ReportRow>
type Filter = contract.ReportFilter
type Query = z.output<NonNullable<(typeof contract.listReports)['query']>>

/** So much of a report says what it is about. */
const beginning = 160
const begins = (about: string) => {
  const told = forLists({ about, needs: [], topics: [] }).about
  return told.length > beginning ? `${told.slice(0, beginning).trimEnd()}…` : told
}

const rowOf = (ctx: Ctx, { about, ...row }: store.Found): Row => ({
  ...row,
  municipality: municipalityName(row.municipality),
  industry: divisionName(row.industry, ctx.language),
  about: row.quotes.length === 0 ? begins(about) : '',
  promises: row.promises.filter(({ what }) => !speaksOfDyslexia(what)),
})

/** Reports of all schools, newest visit first. A page goes on where the last one ended, whatever has come since. */
export const listReports = async (ctx: Ctx, query: Query): Promise<{ rows: Row[]; next: string | null }> => {
  const { limit, cursor, ...filter } = query
  const keys = readCursor(cursor, 2)
  const before = keys && ([String(keys[0]), Number(keys[1])] as const)
  const rows = await store.pageOfReports(ctx, filter, before, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit).map((row) => rowOf(ctx, row)),
    next: last ? writeCursor([last.visitedAt, last.id]) : null,
  }
}

const mostCounted = 10_000
const upTo = (count: number) => ({ count: Math.min(count, mostCounted), more: count > mostCounted })
/** How many there are; where none is, what would help. */
export const countReports = async (ctx: Ctx, filter: Filter) => {
  const count = await store.countFound(ctx, filter, mostCounted)
  const all = await store.countFound(ctx, {}, mostCounted)
  const without = count === 0 ? await store.countWithout(ctx, filter) : []
  return {
    ...upTo(count),
    all: upTo(all),
    without: without
      .filter((one) => one.count > 0)
      .toSorted((a, b) => b.count - a.count)
      .map(({ key, count: there }) => ({ filter: key, count: there })),
  }
}

/** What an event keeps of a wording; one that was kept in another form is left out rather than an error. */
const Wording = z.object({
  about: z.string(),
  needs: z.array(z.object({ words: z.string() })),
  topics: z.array(z.string()),
})
export const listWordings = async (ctx: Ctx, visitId: number) => {
  const events = await store.wordingsOf(ctx, visitId)
  return {
    rows: events.flatMap(({ at, by, before }) => {
      const read = z.safeParse(Wording, before)
      if (!read.success) return []
      const { about, needs, topics } = read.data
      return [{ changedAt: at, by, about, needs: needs.map(({ words }) => words), topics }]
    }),
  }
}

export const listBegunReports = async (ctx: Ctx) => ({ rows: await store.begunOf(ctx) })

/** Front door: what the own school struck, and who of it goes on with each. What must hold: no other school sees, counts or hears of any of it. */
import { type Ctx, personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { struckCompaniesEvents } from './struck-companies-events.table.ts'
import type { StruckCompany } from './struck-companies.schema.ts'
import * as store from './struck-companies.sql.ts'

const record = recorder(struckCompaniesEvents)
type Shape = z.infer<typeof StruckCompany>

const shapeOf = (ctx: Ctx, row: store.StruckRow): Shape => {
  const { takerId, taker, takenAt, what, dueOn, id: _id, cvr: _cvr, schoolId: _school, ...rest } = row
  const mine = takerId !== null && takerId === ctx.personId
  return {
    ...rest,
    taken:
      takerId === null || takenAt === null ? null : { by: taker ?? '', at: takenAt, mine, what: what ?? '', dueOn },
    can: { take: takerId === null, letGo: mine },
  }
}
const struckRow = async (ctx: Ctx, of: store.OfList) => {
  const row = await store.struckOne(ctx, of)
  if (!row) throw problem('not-found')
  return row
}
const tell = (ctx: Ctx, { companyId, cvr }: store.StruckRow, verb: 'taken' | 'let-go' | 'planned') =>
  record(ctx, {
    ...{ verb, subject: 'struck_taking', subjectId: companyId, companyId, cvr, visibility: 'school' },
    topics: ['struck-companies'],
  })

type Asked = { cursor?: string | undefined; limit: number }
export const listStruckCompanies = async (ctx: Ctx, { cursor, limit }: Asked) => {
  const [taken, listId, companyId] = readCursor(cursor, 3) ?? []
  const after = companyId === undefined ? undefined : ([Boolean(taken), Number(listId), Number(companyId)] as const)
  const rows = await store.struckPage(ctx, after, limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next =
    rows.length > limit && last ? writeCursor([Number(last.takerId !== null), last.listId, last.companyId]) : null
  return { rows: shown.map((row) => shapeOf(ctx, row)), next }
}

/** Taking it twice is taking it. Throws struck-taken with who was first. */
export const takeStruckCompany = async (ctx: Ctx, of: store.OfList): Promise<Shape> => {
  personOf(ctx)
  const seen = await struckRow(ctx, of)
  const made = await store.insertTaking(ctx, seen)
  const row = await struckRow(ctx, of)
  if (!made && row.takerId !== ctx.personId) throw problem('struck-taken', { who: row.taker ?? '' })
  if (made) await tell(ctx, row, 'taken')
  return shapeOf(ctx, row)
}

/** Throws not-found for what somebody else has taken, or nobody; struck-plan-late for a day on which the school holds it no more. */
export const planStruckCompany = async (ctx: Ctx, of: store.OfList, plan: { what: string; dueOn: string | null }) => {
  const row = await struckRow(ctx, of)
  if (plan.dueOn !== null && plan.dueOn >= row.until)
    throw problem('struck-plan-late', { date: sayDay(row.until, ctx.language) })
  if (!(await store.setPlan(ctx, row.id, plan))) throw problem('not-found')
  await tell(ctx, row, 'planned')
  return shapeOf(ctx, await struckRow(ctx, of))
}

export const letGoStruckCompany = async (ctx: Ctx, of: store.OfList): Promise<Shape> => {
  const row = await struckRow(ctx, of)
  if (await store.deleteTaking(ctx, row.id)) await tell(ctx, row, 'let-go')
  return shapeOf(ctx, await struckRow(ctx, of))
}

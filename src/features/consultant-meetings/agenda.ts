/** The agenda writes itself: what has come since the last meeting, what nobody has, what has stalled, one case, what was put, ideas. */
import type { Ctx } from '#platform/context'
import type { MeetingRow } from '../meeting-dates/meeting-dates.ts'
import * as store from './agenda.sql.ts'
import { mostOfSection } from './meeting-shapes.schema.ts'
import { closedBefore } from './holding.sql.ts'

/** Before the first meeting of all. */
const daysBefore = 28
/** From the moment the last meeting was opened: what came while it was held is new. */
export const sinceWhen = async (ctx: Ctx, { openedAt }: Pick<MeetingRow, 'openedAt'>): Promise<string> => {
  const last = await closedBefore(ctx, openedAt ?? ctx.at)
  return last?.openedAt ?? ctx.now.subtract({ hours: 24 * daysBefore }).toString()
}

/** What stands on it, found and put; `more`: so many reports beside those that are gone through. */
const gather = async (ctx: Ctx, row: MeetingRow) => {
  const things = await store.thingsSince(ctx, await sinceWhen(ctx, row))
  const one = await store.caseFor(ctx, row.hostId)
  const found = one ? [...things, one] : things
  const reports = things.find(({ section }) => section === 'reports')?.ofSection ?? 0
  const isFound = ({ section, kind, sourceId }: store.PointRow) =>
    found.some((other) => other.section === section && other.kind === kind && other.sourceId === sourceId)
  const waiting = (await store.pointsOf(ctx, null)).filter((point) => !isFound(point))
  return { found, waiting, more: Math.max(0, reports - mostOfSection) }
}

/** As it would be now, for who looks before. */
export const agendaNow = async (ctx: Ctx, row: MeetingRow) => {
  const { found, waiting, more } = await gather(ctx, row)
  const shown = found.map((one): store.PointRow => ({ ...one, ...nothingSaid }))
  return { rows: [...shown, ...waiting], more }
}
const nothingSaid = {
  ...{ id: 0, meetingId: null, own: '', putBy: null, putOn: '', putter: null, gone: false, how: null, said: null },
  ...{ takerId: null, taker: null, dueOn: null, promiseId: null, was: null, saidBy: null, saidAt: null },
}

/** As it was written down. */
export const agendaKept = async (ctx: Ctx, row: MeetingRow, openedAt: string) => {
  const rows = await store.pointsOf(ctx, row.id)
  const reports = await store.reportsBetween(ctx, await sinceWhen(ctx, row), openedAt)
  return { rows, more: Math.max(0, reports - mostOfSection) }
}

/** Written down as the meeting opens: which things, never what they say. */
export const writeAgenda = async (ctx: Ctx, row: MeetingRow): Promise<void> => {
  const { found, waiting } = await gather(ctx, row)
  await store.insertPoints(
    ctx,
    found.map(({ section, kind, sourceId, companyId }, position) => ({
      ...{ meetingId: row.id, section, kind, sourceId, companyId, position },
    })),
  )
  const ids = waiting.map(({ id }) => id)
  if (ids.length > 0) await store.takeUp(ctx, row.id, ids, found.length)
}

/**
 * Front door: whether a company is one leadership or shared. Facts propose it, people decide; until then one. What must hold: with shared leadership what
 * a workplace says counts for it alone, and whoever asks of two places whether one speaks for the other asks here.
 */
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { isOneOf } from '#platform/typed.shared'
import { visitors } from '../centre/roles.ts'
import { leadershipsEvents } from './leaderships-events.table.ts'
import type { Leadership, leadershipsShown } from './leaderships.schema.ts'
import * as store from './leaderships.sql.ts'

export { answersFor, isApart, isShared, ofPlace, placeOf, seenFrom, thePlace } from './leaderships.sql.ts'
export type { Side } from './leaderships.sql.ts'

const record = recorder(leadershipsEvents)
/** Answers that a decision makes stale. */
const topics = ['leaderships', 'companies', 'calls', 'contact-lists', 'waiting-periods']
/** Fewer are one leadership, however many workplaces. */
const fewestShared = 50

type Shape = z.infer<typeof Leadership>
const shapeOf = (ctx: Ctx, { decisionId, by, decidedAt, why, ...row }: store.LeadershipRow): Shape => ({
  ...row,
  decision: decisionId === null || decidedAt === null ? null : { id: decisionId, by, at: decidedAt, why: why ?? '' },
  can: { decide: isOneOf(visitors, ctx.role) && (row.employeesFrom ?? fewestShared) >= fewestShared },
})

const leadershipOf = async (ctx: Ctx, cvr: string): Promise<Shape> => {
  const row = await store.leadershipOf(ctx, cvr)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row)
}
const cvrOf = async (ctx: Ctx, companyId: number): Promise<string> => {
  const place = await store.cvrOf(ctx, companyId)
  if (!place) throw problem('not-found')
  return place.cvr
}

export const showLeadership = async (ctx: Ctx, companyId: number) => leadershipOf(ctx, await cvrOf(ctx, companyId))

export const listLeaderships = async (
  ctx: Ctx,
  { cursor, limit, show }: { cursor?: string | undefined; limit: number; show: (typeof leadershipsShown)[number] },
): Promise<{ rows: Shape[]; next: string | null }> => {
  const [size, cvr] = readCursor(cursor, 2) ?? []
  const after = cvr === undefined ? undefined : { size: Number(size), cvr: String(cvr) }
  const found = await store.pageOfLeaderships(ctx, show, after, limit + 1)
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    rows: rows.map((row) => shapeOf(ctx, row)),
    next: last ? writeCursor([last.employeesFrom ?? 0, last.cvr]) : null,
  }
}

/** What hangs on it elsewhere: each room's own. */
const tellRooms = async (ctx: Ctx) => {
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const room of ctx.house.rooms) await room.leadershipDecided?.(ctx)
}

/** Holds from now on for all that was ever said there, but what was said aloud of the whole company. Throws one-leadership. */
export const decideLeadership = async (
  ctx: Ctx,
  companyId: number,
  { shared, why }: { shared: boolean; why: string },
) => {
  const cvr = await cvrOf(ctx, companyId)
  await store.lockOne(ctx, cvr)
  const before = await leadershipOf(ctx, cvr)
  if (shared && before.employeesFrom !== null && before.employeesFrom < fewestShared)
    throw problem('one-leadership', { count: String(before.employeesFrom), fewest: String(fewestShared) })
  const id = await store.insertDecision(ctx, { cvr, shared, why })
  await record(ctx, {
    verb: shared ? 'said-shared' : 'said-one',
    subject: 'leadership',
    subjectId: id,
    cvr,
    before: { shared: before.shared },
    after: { shared, why },
    topics,
  })
  await tellRooms(ctx)
  return leadershipOf(ctx, cvr)
}

/** Throws not-found; changed-meanwhile when another decision took its place. */
export const undoLeadership = async (ctx: Ctx, id: number) => {
  const found = await store.decisionById(ctx, id)
  if (!found) throw problem('not-found')
  const { cvr, shared, why } = found
  await store.lockOne(ctx, cvr)
  if (!(await store.takeBackDecision(ctx, id, cvr))) throw problem('changed-meanwhile')
  const after = await leadershipOf(ctx, cvr)
  await record(ctx, {
    verb: 'taken-back',
    subject: 'leadership',
    subjectId: id,
    cvr,
    before: { shared, why },
    after: { shared: after.shared },
    topics,
  })
  await tellRooms(ctx)
  return after
}

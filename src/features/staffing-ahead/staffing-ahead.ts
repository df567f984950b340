/** Front door: who goes to the visits ahead that lack somebody. What must hold: nobody goes unasked, times and who was announced stay, and points are never anybody's sum. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { enqueue } from '#platform/jobs'
import { recorder } from '#platform/events'
import { problem } from '#platform/errors'
import { sumOf, whoDuring } from '../free-slots/free-slots.ts'
import { weeksAhead } from './ahead.table.ts'
import { asksAhead } from './asks.sql.ts'
import * as store from './lacking.sql.ts'
import * as proposals from './proposals.sql.ts'
import { proposeNow, topics, untilMoment } from './proposing.ts'
import type * as contract from './staffing-ahead.schema.ts'
import { staffingAheadEvents } from './staffing-ahead-events.table.ts'
import { type Candidate, candidateOf } from './plan.ts'

export { proposeWithin } from './proposing.ts'
export { askAllProposed, askToStaff, listWhoCouldGo, withdrawAsking } from './asking.ts'
export { goAsAsked, notGoAsAsked, showAsking } from './answering.ts'

const record = recorder(staffingAheadEvents)
type Shown = z.infer<(typeof contract.showStaffing)['answer']>

const sameMeeting = (one: store.Lacking, { startsAt, endsAt, form }: proposals.Proposed) =>
  one.form === form &&
  Date.parse(one.startsAt) === Date.parse(startsAt) &&
  Date.parse(one.endsAt) === Date.parse(endsAt)

/** What keeps those who are proposed from going now, all meetings asked at once. */
const hindersNow = async (ctx: Ctx, visits: readonly store.Lacking[]) => {
  const could = await whoDuring(ctx, visits)
  return new Map(visits.map(({ id }, n) => [id, new Map((could[n] ?? []).map((one) => [one.personId, one]))]))
}

/** Whom the proposal still names for a meeting, as they stand now. */
const stillProposed = async (ctx: Ctx, visits: readonly store.Lacking[]) => {
  const [made, open] = await Promise.all([proposals.proposedVisits(ctx), proposals.openPlaces(ctx)])
  const named = new Set(open.map(({ bookingId }) => bookingId))
  const now = await hindersNow(
    ctx,
    visits.filter(({ id }) => named.has(id)),
  )
  return (visit: store.Lacking) => {
    const proposal = made.find(({ bookingId }) => bookingId === visit.id)
    if (!proposal) return { proposal, proposed: [], stale: false }
    if (!sameMeeting(visit, proposal)) return { proposal: undefined, proposed: [], stale: true }
    const proposed = open.flatMap(({ bookingId, personId, place }): Candidate[] => {
      if (bookingId !== visit.id) return []
      const one = now.get(visit.id)?.get(personId)
      if (!one) return []
      const { known } = proposal
      return [candidateOf(ctx, { ...one, place }, { known, hinders: one.hinders, drives: visit.form === 'visit' })]
    })
    return { proposal, proposed, stale: false }
  }
}

const answered = ({ noAt, reason, words }: Awaited<ReturnType<typeof asksAhead>>[number]) =>
  noAt === null ? null : { at: noAt, reason: reason ?? 'other', words: words ?? '' }
/** Whoever has not answered, and who said no; what stands of the proposal. */
export const showStaffing = async (ctx: Ctx): Promise<Shown> => {
  const [made, visits, asked, exceptions] = await Promise.all([
    proposals.proposalNow(ctx),
    store.lackingVisits(ctx, { until: untilMoment(ctx) }),
    asksAhead(ctx),
    store.exceptionsAhead(ctx),
  ])
  const proposedOf = await stillProposed(ctx, visits)
  const rows = visits.map(({ industry: _, ...visit }) => {
    const { proposal, proposed, stale } = proposedOf({ industry: null, ...visit })
    return {
      ...visit,
      ...{ proposed, stale },
      leftOut: proposal ? { unrelated: proposal.unrelated, noTime: proposal.noTime } : null,
      asked: asked
        .filter(({ bookingId, place }) => bookingId === visit.id && visit.lacks.some((one) => one === place))
        .map((row) => ({
          ...{ id: row.id, personId: row.personId, name: row.name, askedAt: row.askedAt, no: answered(row) },
          place: row.place,
        })),
    }
  })
  const changes = rows.flatMap(({ proposed }) => proposed).filter(({ hinders }) => hinders === null)
  return {
    made: made ? { at: made.madeAt, by: made.madeBy } : null,
    gain: { changes: changes.length, points: sumOf(changes.flatMap(({ points }) => points)) },
    weeks: weeksAhead,
    rows,
    exceptions: exceptions.map(({ personId: _, ...row }) => row),
  }
}

export const proposeStaffing = async (ctx: Ctx) => {
  await enqueue(ctx, proposeNow, {})
  return {}
}

const companyOf = async (ctx: Ctx, id: number) => {
  const [visit] = await store.lackingVisits(ctx, { id })
  if (!visit) throw problem('not-found')
  return visit.company
}
/** Throws not-found for a meeting that lacks nobody. */
export const leaveAsItIs = async (
  ctx: Ctx,
  bookingId: number,
  { personId, why }: { personId: number | null; why: string },
) => {
  const what = await companyOf(ctx, bookingId)
  const { id } = await store.insertException(ctx, { bookingId, personId, why, saidBy: ctx.personId ?? 0 })
  await record(ctx, { verb: 'left', subject: 'staffing_exception', subjectId: id, after: { what }, topics })
  return { id }
}
/** Throws not-found. */
export const takeBackLeaving = async (ctx: Ctx, id: number) => {
  const row = await store.takeBackException(ctx, id)
  if (!row) throw problem('not-found')
  const [visit] = await store.lackingVisits(ctx, { id: row.bookingId })
  const after = { what: visit?.company ?? '' }
  await record(ctx, { verb: 'leaving-undone', subject: 'staffing_exception', subjectId: id, after, topics })
  return {}
}

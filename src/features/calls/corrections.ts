/** A mistaken answer, and the calls to a company with what was overruled: the old call stays in the trail, what it led to is taken back, the new one counts. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { runsCentre } from '../centre/roles.ts'
import { formerCvrsOf } from '../register/register.ts'
import { Problem, problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { houseLanguage } from '#platform/text/language'
import { callsEvents } from './calls-events.table.ts'
import { cancelBookingOf } from '../bookings/bookings.ts'
import { isOwnSlip, lockWhoVisits, shapeOf, writeCall } from './calls.ts'
import type { Said } from './calls.schema.ts'
import * as store from './calls.sql.ts'
import { dropPromisesOf } from '../promises/promises.ts'
import { forgetCall, judgeQueue, reopenBacks, takeCompany } from '../queue/queue.ts'
import { heldOf } from './under-call.ts'
import { dropMark, liftAsBefore, liftWaitsOf, lockCompanies, waitTopics } from '../may-contact/may-contact.ts'

const record = recorder(callsEvents)

const mine = async (ctx: Ctx, id: number): Promise<store.CallRow> => {
  const row = await store.callById(ctx, id)
  if (!row) throw problem('not-found')
  if (row.correctedId !== null) throw problem('already-corrected')
  if (!shapeOf(ctx, row).can.correct) throw problem('not-allowed')
  await lockCompanies(ctx, [row.cvr])
  return row
}

const takeBackEffects = async (ctx: Ctx, call: store.CallRow) => {
  const why = m.calls_lifted_by_correction({}, { locale: houseLanguage })
  await cancelBookingOf(ctx, { kind: 'call', id: call.id }, why)
  await dropPromisesOf(ctx, { kind: 'call', id: call.id }, why)
  await forgetCall(ctx, call)
  await liftWaitsOf(ctx, { kind: 'call', id: call.id }, why)
  await dropMark(ctx, 'spoken', call.id)
}

/** What another wrote down, or oneself on another day, is overruled: that has a reason, which stands in the trail. */
const refuseWithoutWhy = (ctx: Ctx, before: store.CallRow, why: string) => {
  if (isOwnSlip(ctx, before) || why !== '') return
  throw problemAt('wrong-input', '/body/why', m.calls_problem_overrule_why({}, { locale: ctx.language }), 'custom')
}

/**
 * The right answer instead of a mistaken one; waits are reckoned from the day of the talk. Throws already-corrected, not-allowed, and wrong-input
 * when an answer is overruled without a reason.
 */
export const correctCall = async (ctx: Ctx, id: number, said: Said & { why: string }) => {
  const before = await mine(ctx, id)
  refuseWithoutWhy(ctx, before, said.why)
  await lockWhoVisits(ctx, said)
  await takeBackEffects(ctx, before)
  const { listId, companyId, cvr, personId, scriptId, startedAt, endedAt } = before
  const about = { listId, companyId, cvr, personId, scriptId, startedAt, endedAt }
  const written = await writeCall(ctx, about, said, { id, why: said.why })
  await record(ctx, {
    verb: 'corrected',
    subject: 'call',
    subjectId: id,
    cvr,
    companyId,
    before: { answer: before.answer },
    after: { answer: said.answer, callId: written.call.id, why: said.why },
    topics: waitTopics,
  })
  return written
}

/** As it was said then. */
const saidIn = ({ answer, spokeWith, note, callBackAt, reasonId, ownId, ownReasonId, whole }: store.CallRow): Said => ({
  ...{ answer, spokeWith, note, callBackAt, reasonId, ownId, ownReasonId },
  ...(whole !== null && { wholeCompany: whole }),
})

/**
 * What was overruled was right: it is written down once more and counts, what stood in its place is taken back. A wait that somebody had lifted before stays lifted. Throws not-found when nothing was overruled,
 * already-corrected when what took its place has been overruled too.
 */
export const undoCorrection = async (ctx: Ctx, id: number) => {
  const [overruling] = await store.overrulingsOf(ctx, [id])
  const before = await store.callById(ctx, id)
  if (!overruling || !before) throw problem('not-found')
  const instead = await mine(ctx, overruling.newCallId)
  await takeBackEffects(ctx, instead)
  const { listId, companyId, cvr, personId, scriptId, startedAt, endedAt } = before
  const about = { listId, companyId, cvr, personId, scriptId, startedAt, endedAt }
  const why = m.calls_overruling_undone({}, { locale: houseLanguage })
  const written = await writeCall(ctx, about, saidIn(before), { id: instead.id, why, again: true })
  await liftAsBefore(ctx, { kind: 'call', id }, { kind: 'call', id: written.call.id })
  await record(ctx, {
    verb: 'correction-undone',
    subject: 'call',
    subjectId: id,
    cvr,
    companyId,
    before: { answer: instead.answer },
    after: { answer: before.answer, callId: written.call.id },
    topics: waitTopics,
  })
  return written
}

/** Undo, for who answered and the same day: as if the company had not answered yet; anyone else overrules it with a reason (`correctCall`). It comes back under the caller's call when it may be called. */
export const takeBackCall = async (ctx: Ctx, id: number) => {
  const before = await mine(ctx, id)
  if (!shapeOf(ctx, before).can.takeBack) throw problem('not-allowed')
  if (!(await store.supersede(ctx, id, null, ''))) throw problem('already-corrected')
  await takeBackEffects(ctx, before)
  await reopenBacks(ctx, before, before.endedAt)
  await judgeQueue(ctx, [before.cvr])
  await record(ctx, {
    verb: 'taken-back',
    subject: 'call',
    subjectId: id,
    cvr: before.cvr,
    companyId: before.companyId,
    before: { answer: before.answer },
    topics: waitTopics,
  })
  const { companyId, listId } = before
  const taken = await takeCompany(ctx, { companyId, listId }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'may-not-call') return null
    throw error
  })
  return heldOf(ctx, taken)
}

/** Of those that another answer took the place of: which, and whether that can be undone. */
const overruledOf = async (ctx: Ctx, rows: readonly store.CallRow[]) => {
  const ids = rows.filter(({ correctedId }) => correctedId !== null).map(({ id }) => id)
  const all = ids.length === 0 ? [] : await store.overrulingsOf(ctx, ids)
  return new Map(
    all.map(({ callId, answer, who, at, why, again }) => [
      callId,
      { answer, who, at, why, can: { undo: runsCentre(ctx) && !again } },
    ]),
  )
}

/** Calls to a company, or to the workplace that answers for itself, newest first, corrected ones marked: for its thread. */
export const listCompanyCalls = async (ctx: Ctx, companyId: number) => {
  const [company, former] = await Promise.all([store.companyOf(ctx, companyId), formerCvrsOf(ctx, companyId)])
  if (!company) throw problem('not-found')
  const rows = await store.callsOfCompany(ctx, company.id, former)
  const overruled = await overruledOf(ctx, rows)
  return {
    rows: rows.map((row) => ({
      ...shapeOf(ctx, row),
      underCvr: row.cvr === company.cvr ? null : row.cvr,
      overruled: overruled.get(row.id) ?? null,
    })),
  }
}

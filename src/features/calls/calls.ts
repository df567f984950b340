/** Front door: answers and what they lead to. What must hold: only who has a company under call answers for it, and once. */
import { runsCentre } from '../centre/roles.ts'
import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { callsEvents } from './calls-events.table.ts'
import { bookMeeting } from '../bookings/bookings.ts'
import { offerOf } from '../capacity/capacity.ts'
import { lockConsultant } from '../diaries/diaries.ts'
import { showRules } from '../centre/centre.ts'
import { refuseCallBackAt, type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import { refusals } from '../may-contact/answers.schema.ts'
import { knownOwn } from '../own-answers/own-answers.ts'
import { knownReason } from './refusal-reasons.ts'
import type { Call, Said } from './calls.schema.ts'
import * as store from './calls.sql.ts'
import { beginWait, effectOf, isTalk, nextTryAt, setMark, waitTopics } from '../may-contact/may-contact.ts'
import {
  agreeBack,
  endHold,
  finishBacks,
  judgeQueue,
  lockHeld,
  lockListOfHold,
  tellCall,
  triesOf,
} from '../queue/queue.ts'

export { correctCall, listCompanyCalls, undoCorrection } from './corrections.ts'
export { filledIn } from './under-call.ts'
export { listRefusalReasons } from './refusal-reasons.ts'

const record = recorder(callsEvents)

type Shape = z.infer<typeof Call>
type About = Omit<
  store.NewCall,
  'answer' | 'spokeWith' | 'note' | 'callBackAt' | 'refusalReasonId' | 'ownAnswerId' | 'ownReasonId'
>

/**
 * A caller mends what he wrote today, unless another has said what counts; later it is no slip any more but lifts a wait that others count on: that is for the
 * coordinator.
 */
export const isOwnSlip = (ctx: Ctx, row: Pick<store.CallRow, 'personId' | 'endedAt' | 'overruledBy'>) =>
  row.personId === ctx.personId &&
  (row.overruledBy === null || row.overruledBy === ctx.personId) &&
  dateOf(Temporal.Instant.from(row.endedAt)).toString() === ctx.today
const mayCorrect = (ctx: Ctx, row: store.CallRow) =>
  row.correctedId === null && (runsCentre(ctx) || isOwnSlip(ctx, row))

export const shapeOf = (ctx: Ctx, row: store.CallRow): Shape => ({
  ...row,
  waits: row.waitId !== null,
  stands: row.waitId !== null && row.liftedAt === null,
  corrected: row.correctedId !== null,
  can: { correct: mayCorrect(ctx, row), takeBack: row.correctedId === null && isOwnSlip(ctx, row) },
})

export const showCall = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await store.callById(ctx, id)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row)
}

export const listMyCalls = async (ctx: Ctx) => {
  const midnight = Temporal.PlainDate.from(ctx.today).toZonedDateTime('Europe/Copenhagen').toInstant().toString()
  const rows = await store.callsBy(ctx, personOf(ctx), midnight)
  return { rows: rows.map((row) => ({ ...shapeOf(ctx, row), company: row.company })) }
}

const markSpoken = (ctx: Ctx, id: number, { companyId, cvr, endedAt, personId }: About) =>
  setMark(ctx, { kind: 'spoken', sourceId: id, companyId, cvr, since: endedAt, endsAt: null, personId })

/** One that is written down once more is due as it was, also when that is over. */
const backAt = async (ctx: Ctx, said: Said, working: Promise<WorkingTime>, again: boolean): Promise<string | null> => {
  if (said.answer !== 'call-back') return null
  if (again && said.callBackAt) return said.callBackAt
  if (!said.callBackAt || Temporal.Instant.compare(said.callBackAt, ctx.now) <= 0) throw problem('call-back-time')
  refuseCallBackAt(ctx, await working, said.callBackAt, '/body/callBackAt')
  return said.callBackAt
}

/**
 * Right after the company: whose time the answer takes is waited for before a row is written or a mark falls. Marks touch the queue,
 * which whoever has him may want.
 */
export const lockWhoVisits = async (ctx: Ctx, { answer, booking }: Said) => {
  if (answer !== 'wants-contact' || !booking) return
  const both = [booking.personId, ...(booking.secondId ? [booking.secondId] : [])]
  for (const personId of both.toSorted((one, other) => one - other)) await lockConsultant(ctx, personId)
}

/** The centre's own words beside the answer: those that are offered, or were when the call began. Throws own-answer-over, not-found. */
const inOwnWords = async (
  ctx: Ctx,
  { answer, ownId = null, ownReasonId = null, reasonId = null }: Said,
  since: string,
) => {
  const refusalReasonId = refusals.includes(answer) ? reasonId : null
  const [own] = await Promise.all([
    ownId === null ? null : knownOwn(ctx, { id: ownId, answer, reasonId: ownReasonId, since }),
    refusalReasonId === null ? null : knownReason(ctx, { id: refusalReasonId, since }),
  ])
  return { own, ownAnswerId: ownId, ownReasonId: own && ownReasonId, refusalReasonId }
}

/** `again`: it was said before, was overruled, and that is undone. */
type Instead = { id: number; why: string; again?: boolean }
/**
 * Writes a call and everything it leads to: a wait, a call-back, a meeting. Whoever uses this has made sure that it may be,
 * and holds the company.
 * `instead` is the mistaken call it takes the place of; throws already-corrected when another was faster.
 */
export const writeCall = async (ctx: Ctx, about: About, said: Said, instead?: Instead) => {
  const time = workingTimeNow(ctx)
  const callBackAt = await backAt(ctx, said, time, instead?.again ?? false)
  const { answer, spokeWith, note } = said
  const { own, ...words } = await inOwnWords(ctx, said, about.startedAt)
  const [id, rules, working] = await Promise.all([
    store.insertCall(ctx, { ...about, answer, spokeWith, note, callBackAt, ...words }),
    showRules(ctx),
    time,
  ])
  if (instead && !(await store.supersede(ctx, instead.id, id, instead.why))) throw problem('already-corrected')
  const { listId, companyId, cvr, endedAt } = about
  const againAt = answer === 'no-answer' ? nextTryAt(Temporal.Instant.from(endedAt), { ...rules, ...working }) : null
  await tellCall(ctx, { callId: id, listId, companyId, cvr, answer, endedAt, againAt })
  const wanted = answer === 'wants-contact' ? said.booking : null
  const booking = wanted
    ? await bookMeeting(ctx, {
        ...{ ...wanted, companyId, listId, origin: { kind: 'call', id }, note },
        form: wanted.form ?? (listId === null ? undefined : await offerOf(ctx, listId)),
      })
    : null
  const on = dateOf(Temporal.Instant.from(endedAt)).toString()
  const tries = answer === 'no-answer' ? await triesOf(ctx, about) : 0
  const given = { callBackAt, booked: booking !== null, months: own?.months ?? null }
  const effect = effectOf(answer, on, { ...rules, ...working }, tries, given)
  if (effect.backAt)
    await agreeBack(ctx, { callId: id, listId, companyId, cvr, personId: about.personId }, effect.backAt)
  if (isTalk(answer)) await markSpoken(ctx, id, about)
  if (effect.wait)
    await beginWait(ctx, {
      companyId,
      cvr,
      reason: effect.wait.reason,
      fromOn: on,
      untilOn: effect.wait.until,
      origin: { kind: 'call', id },
      words: note,
      wholeCompany: refusals.includes(answer) && said.wholeCompany,
    })
  // Whatever a wait is marked as stops someone from something, and such a mark has the company judged by itself.
  if (!effect.wait) await judgeQueue(ctx, [cvr])
  await record(ctx, {
    verb: 'answered',
    subject: 'call',
    subjectId: id,
    cvr,
    companyId,
    after: {
      answer,
      own: own?.name ?? null,
      listId,
      until: effect.wait?.until ?? null,
      backAt: effect.backAt,
      bookingId: booking?.id ?? null,
    },
    topics: waitTopics,
  })
  return { call: await showCall(ctx, id), booking }
}

/**
 * What the company answered. Only who has it under call may say so: the reservation ends in the same moment, so one
 * call has one answer. Throws not-your-call (nothing is written, the page keeps what was typed), call-back-time, and
 * what booking throws; then the reservation stands.
 */
export const answerCall = async (ctx: Ctx, said: Said & { companyId: number }) => {
  // Something will be agreed that somebody must keep: the list is not closed meanwhile.
  if (said.answer === 'call-back' || (said.answer === 'wants-contact' && !said.booking)) await lockListOfHold(ctx)
  const locked = lockHeld(ctx)
  if (said.booking) {
    await locked
    await lockWhoVisits(ctx, said)
  }
  const [hold] = await Promise.all([endHold(ctx, said.companyId), locked])
  if (!hold) throw problem('not-your-call')
  const { listId, companyId, cvr, scriptId, takenAt } = hold
  await finishBacks(ctx, hold, ctx.at)
  return writeCall(
    ctx,
    { listId, companyId, cvr, personId: personOf(ctx), scriptId, startedAt: takenAt, endedAt: ctx.at },
    { ...said, booking: said.booking && { ...said.booking, form: said.booking.form ?? hold.form } },
  )
}

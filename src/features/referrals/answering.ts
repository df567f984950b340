/** A referral is taken, answered, ended; and the way back. Each verb locks its row first. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { leaveGone } from './loose-ends.ts'
import { lockFor, markReferral, type Shape, showReferral, tell } from './one-referral.ts'
import * as store from './referrals.sql.ts'
import * as steps from './steps.sql.ts'

/** From now on it is mine to talk with them, by the day they were told. Of two at one school the second is told who was first. */
export const takeReferral = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'take')
  const me = personOf(ctx)
  await steps.insertStep(ctx, id, { verb: 'taken' })
  await store.updateReferral(ctx, id, { receiverId: me, receiverSchoolId: ctx.schoolId, takenAt: ctx.at })
  await markReferral(ctx, id)
  await tell(ctx, row, { verb: 'taken' })
  return showReferral(ctx, id)
}

/** It is where it was asked, and the days go on. */
export const undoTaking = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'untake')
  await steps.dropLastStep(ctx, id, ['taken'])
  await store.updateReferral(ctx, id, { ...(await steps.lastAsked(ctx, id)), takenAt: null })
  await markReferral(ctx, id)
  await tell(ctx, row, { verb: 'taking-undone', before: { takenAt: row.takenAt } })
  return showReferral(ctx, id)
}

type Answer = { words: string; met: boolean }
/** Who gave it tells the company; or whoever answered has told them already. What was answered is in no event. */
export const answerReferral = async (ctx: Ctx, id: number, { words, met }: Answer): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'answer')
  const me = personOf(ctx)
  await steps.insertStep(ctx, id, { verb: 'answered', words })
  const mine = row.receiverId ?? me
  const receiver = { receiverId: mine, receiverSchoolId: row.receiverSchoolId ?? ctx.schoolId }
  await store.updateReferral(ctx, id, { ...receiver, answeredAt: ctx.at, answeredBy: me, answeredMet: met })
  await markReferral(ctx, id)
  await tell(ctx, row, { verb: 'answered', after: { met } })
  return showReferral(ctx, id)
}

export const undoAnswer = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'unanswer')
  await steps.dropLastStep(ctx, id, ['answered'])
  const at = row.takenAt === null ? await steps.lastAsked(ctx, id) : {}
  await store.updateReferral(ctx, id, { ...at, answeredAt: null, answeredBy: null, answeredMet: false })
  await markReferral(ctx, id)
  await tell(ctx, row, { verb: 'answer-undone', before: { answeredAt: row.answeredAt } })
  return showReferral(ctx, id)
}

// ---- It ends: they have been talked with, or want it no more -----------------------------------------------------------
const end = async (ctx: Ctx, id: number, closedHow: store.ClosedHow) => {
  await store.updateReferral(ctx, id, { closedAt: ctx.at, closedBy: personOf(ctx), closedHow })
  await markReferral(ctx, id)
}

/** By who follows it, when the new one has talked with them; of an answer, when they have been told. */
export const closeReferral = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'close')
  await steps.insertStep(ctx, id, { verb: 'closed' })
  await end(ctx, id, row.answeredAt && !row.answeredMet ? 'told' : 'talked')
  await tell(ctx, row, { verb: 'closed' })
  return showReferral(ctx, id)
}

export const withdrawReferral = async (ctx: Ctx, id: number, why: string): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'withdraw')
  await steps.insertStep(ctx, id, { verb: 'withdrawn', words: why })
  await end(ctx, id, 'withdrawn')
  await tell(ctx, row, { verb: 'withdrawn' })
  return showReferral(ctx, id)
}

/** From now on nobody else turns to the company again. */
export const reopenReferral = async (ctx: Ctx, id: number): Promise<Shape> => {
  const seen = await store.referralById(ctx, id)
  if (!seen) throw problem('not-found')
  await lockCompanies(ctx, [seen.cvr])
  const row = await lockFor(ctx, id, 'reopen')
  await steps.dropLastStep(ctx, id, ['closed', 'withdrawn'])
  await store.updateReferral(ctx, id, { closedAt: null, closedBy: null, closedHow: null })
  await markReferral(ctx, id)
  await leaveGone(ctx, { ...row, closedAt: null })
  await tell(ctx, row, { verb: 'reopened', before: { closedAt: row.closedAt, closedHow: row.closedHow } })
  return showReferral(ctx, id)
}

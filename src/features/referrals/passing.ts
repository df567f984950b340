/** A referral goes on to somebody else: given back by who was asked, or passed by who follows it. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { askedOf, type Asked, daysFromNow, tellAsked, theCentre, type To } from './asking.ts'
import { lockFor, markReferral, nextIsCentre, type Row, type Shape, showReferral, tell } from './one-referral.ts'
import * as store from './referrals.sql.ts'
import * as steps from './steps.sql.ts'

type Went = { id: number; to: string | null }
/** Asked anew, with days of their own; what the company was told stays. */
const ask = async (ctx: Ctx, row: Row, asked: Asked, step: steps.Step, givenBack = row.givenBack): Promise<Went> => {
  const { receiverId, receiverSchoolId, name } = asked
  // Said while who gives it back may still read it.
  await steps.insertStep(ctx, row.id, {
    ...step,
    toId: receiverId,
    toSchoolId: receiverSchoolId,
    was: steps.wasOf(row),
  })
  const { remindOn, answerBy } = await daysFromNow(ctx)
  const anew = { askedAt: ctx.at, remindOn, answerBy, takenAt: null, givenBack }
  await store.updateReferral(ctx, row.id, { receiverId, receiverSchoolId, ...anew })
  await markReferral(ctx, row.id)
  return { id: row.id, to: name || null }
}

/** The third time, and where nobody is named, the coordinators find someone. */
export const giveReferralBack = async (ctx: Ctx, id: number, { why, ...to }: To & { why: string }): Promise<Went> => {
  const row = await lockFor(ctx, id, 'giveBack')
  const named = Boolean(to.toId ?? to.schoolId) && !nextIsCentre(row)
  const asked = named ? await askedOf(ctx, to, row) : theCentre
  const went = await ask(ctx, row, asked, { verb: 'given-back', words: why }, row.givenBack + 1)
  await tell(ctx, row, { verb: 'given-back' })
  await tellAsked(ctx, id, asked)
  return went
}

/**
 * It is his again who gave it back, as it was: the days it had go on. Once anybody has done anything with it since, it stays where it is, and he is told
 * why, though he reads it no more.
 */
export const undoGivingBack = async (ctx: Ctx, id: number): Promise<Shape> => {
  await store.lockReferral(ctx, id)
  const row = await store.referralById(ctx, id)
  const last = row && (await steps.lastStep(ctx, id))
  if (!last || !(await steps.whoGaveBack(ctx, id)).includes(ctx.personId)) throw problem('not-found')
  if (row.closedAt) throw problem('referral-ended')
  if (row.answeredAt) throw problem('referral-answered')
  if (row.takenAt) throw problem('referral-taken', { who: row.receiver ?? '' })
  if (last.verb !== 'given-back' || last.doneBy !== ctx.personId || !last.was) throw problem('not-allowed')
  await store.updateReferral(ctx, id, last.was)
  await steps.dropLastStep(ctx, id, ['given-back'])
  await markReferral(ctx, id)
  await tell(ctx, row, { verb: 'giving-back-undone' })
  return showReferral(ctx, id)
}

export const passReferral = async (ctx: Ctx, id: number, { note, ...to }: To & { note: string }): Promise<Went> => {
  const row = await lockFor(ctx, id, 'pass')
  const asked = await askedOf(ctx, to, row)
  const went = await ask(ctx, row, asked, { verb: 'passed', words: note })
  await tell(ctx, row, { verb: 'passed' })
  await tellAsked(ctx, id, asked)
  return went
}

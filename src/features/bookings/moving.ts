/** A meeting that is moved, or called off: both sides are told. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { dropMark, lockCompanies } from '../may-contact/may-contact.ts'
import { writeToCompany, writeToConsultant } from './booking-mail.ts'
import { markMeeting, meeting, type Shape, shapeOf, topics } from './booking-shape.ts'
import * as store from './bookings.sql.ts'
import * as diary from '../diaries/diaries.sql.ts'
import { takeTime, timeFor } from './meeting-time.ts'

/** What a move and a cancellation have in common; ability is checked by who calls it. */
export const shift = async (
  ctx: Ctx,
  before: store.MeetingRow,
  to: { startsAt: string; personId: number },
  seen: number,
): Promise<store.MeetingRow> => {
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.sequence !== seen)
    throw problem(
      'changed-meanwhile',
      {},
      { theirs: { startsAt: before.startsAt, consultant: before.consultant, sequence: before.sequence }, yours: to },
    )
  if (before.startsAt <= ctx.at) throw problem('slot-passed')
  const place = await diary.placeOf(ctx, before.companyId)
  if (!place) throw problem('not-found')
  const time = await timeFor(ctx, place, to.personId, to.startsAt)
  await lockCompanies(ctx, [before.cvr])
  const moved = await takeTime(ctx, time, place.id, () => store.updateTime(ctx, before.id, seen, time), before.id)
  const after = await meeting(ctx, before.id)
  if (!moved)
    throw problem(
      'changed-meanwhile',
      {},
      { theirs: { startsAt: after.startsAt, consultant: after.consultant, sequence: after.sequence }, yours: to },
    )
  await markMeeting(ctx, after)
  await record(ctx, {
    verb: 'moved',
    subject: 'booking',
    subjectId: before.id,
    cvr: before.cvr,
    before: { startsAt: before.startsAt, consultant: before.consultant },
    after: { startsAt: after.startsAt, consultant: after.consultant },
    topics,
  })
  const centre = await store.centreName(ctx)
  await writeToCompany(ctx, after, 'moved', centre, null)
  await writeToConsultant(ctx, after, 'moved', centre)
  // Someone else visits now: the meeting leaves the first one's calendar.
  if (after.personId !== before.personId)
    await writeToConsultant(ctx, { ...before, sequence: after.sequence }, 'cancelled', centre)
  return after
}

/** Moves a meeting that stands as it was seen (`sequence`); throws changed-meanwhile with both versions when it does not. */
export const moveBooking = async (
  ctx: Ctx,
  id: number,
  to: { startsAt: string; personId?: number | undefined; sequence: number },
): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.startsAt <= ctx.at) throw problem('slot-passed')
  if (!shapeOf(ctx, before).can.move) throw problem('not-allowed')
  return shapeOf(
    ctx,
    await shift(ctx, before, { startsAt: to.startsAt, personId: to.personId ?? before.personId }, to.sequence),
  )
}

/** Cancels and tells both sides. `why` stands in the consultant's mail and the history, not in the company's. */
export const callOff = async (ctx: Ctx, before: store.MeetingRow, why: string): Promise<store.MeetingRow> => {
  await lockCompanies(ctx, [before.cvr])
  if (before.cancelledAt || !(await store.markCancelled(ctx, before.id, why))) throw problem('booking-cancelled')
  await dropMark(ctx, 'meeting', before.id)
  const after = await meeting(ctx, before.id)
  await record(ctx, {
    verb: 'cancelled',
    subject: 'booking',
    subjectId: before.id,
    cvr: before.cvr,
    before: { startsAt: before.startsAt, consultant: before.consultant },
    after: { why },
    topics,
  })
  const centre = await store.centreName(ctx)
  await writeToCompany(ctx, after, 'cancelled', centre, null)
  await writeToConsultant(ctx, after, 'cancelled', centre)
  return after
}

export const cancelBooking = async (ctx: Ctx, id: number, why: string): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.startsAt <= ctx.at) throw problem('slot-passed')
  if (!shapeOf(ctx, before).can.cancel) throw problem('not-allowed')
  return shapeOf(ctx, await callOff(ctx, before, why))
}

/** The meeting that came of a call whose answer was a mistake: cancelled while it still lies ahead. */
export const cancelOfCall = async (ctx: Ctx, callId: number, why: string): Promise<void> => {
  const row = await store.meetingOfCall(ctx, callId)
  if (row && row.startsAt > ctx.at) await callOff(ctx, row, why)
}

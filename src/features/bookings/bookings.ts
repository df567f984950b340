/** Front door: meetings in consultants' calendars. What must hold: one consultant never has two overlapping times, driving included. */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { makeLink } from '../follow-up/follow-up.ts'
import { writeToCompany, writeToConsultant } from './booking-mail.ts'
import { meeting, type Shape, shapeOf } from './booking-shape.ts'
import type { BookingForm } from './bookings.schema.ts'
import * as store from './bookings.sql.ts'
import * as diary from './diary.sql.ts'
import { alone } from '#platform/db/savepoint'
import { insideHours, listFreeSlots } from './slots.ts'
import { travelMinutes } from './travel.ts'

export { bookingsWaiting } from './waiting.ts'
export { cancelByCompany, confirmByCompany, freeSlotsForCompany, moveByCompany } from './company-side.ts'
export { listFreeSlots } from './slots.ts'
export { travelMinutes } from './travel.ts'

export const topics = ['bookings', 'calendar', 'free-slots', 'calls', 'companies']
export type Wanted = z.output<typeof BookingForm> & {
  companyId: number
  note: string
  listId?: number | null
  callId?: number | null
}

const addressOf = (place: diary.Place) =>
  [place.street, [place.postalCode, place.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** The wanted time, checked against what no other booker can change: the clock, the working hours. Throws slot-passed, outside-working-hours, not-found. */
export const timeFor = async (
  ctx: Ctx,
  place: diary.Place,
  personId: number,
  startsAt: string,
): Promise<store.Time> => {
  const [who] = await diary.consultants(ctx, { personId })
  if (!who) throw problem('not-found')
  const start = Date.parse(startsAt)
  if (start <= ctx.now.epochMilliseconds) throw problem('slot-passed')
  const length = (await diary.visitMinutes(ctx)) * 60_000
  const time = {
    personId,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + length).toISOString(),
    travelMinutes: travelMinutes(who.municipality, place.municipality),
  }
  if (!insideHours(await diary.workingHours(ctx, [personId]), time.startsAt, time.endsAt))
    throw problem('outside-working-hours', { who: who.name })
  return time
}

const isFree = async (ctx: Ctx, time: store.Time, except?: number): Promise<boolean> => {
  const shifted = (moment: string, minutes: number) => new Date(Date.parse(moment) + minutes * 60_000).toISOString()
  const [from, to] = [shifted(time.startsAt, -time.travelMinutes), shifted(time.endsAt, time.travelMinutes)]
  const taken = await diary.takenTimes(ctx, [time.personId], from, to, except)
  return taken.length === 0 && (await diary.absences(ctx, [time.personId], from, to)).length === 0
}

/** Throws slot-taken with the times that are free now, so that whoever is on the phone can offer another at once. */
export const slotTaken = async (ctx: Ctx, companyId: number, bookingId?: number) => {
  const { rows } = await listFreeSlots(ctx, { companyId, days: 14, every: false, bookingId })
  return problem('slot-taken', {}, { slots: rows })
}

/**
 * Takes the time for good, or not at all. Bookers of one consultant queue up behind a lock, so that losers are told at
 * once; the exclusion constraint holds whatever happens. A loser's lock is let go before fresh times are reckoned.
 */
export const takeTime = async <T>(
  ctx: Ctx,
  time: store.Time,
  companyId: number,
  write: () => Promise<T>,
  except?: number,
): Promise<T> => {
  if (!(await isFree(ctx, time, except))) throw await slotTaken(ctx, companyId, except)
  const result = await alone(ctx, '23P01', async () => {
    await store.lockConsultant(ctx, time.personId)
    if (!(await isFree(ctx, time, except))) return { refused: true as const }
    return { done: await write() }
  })
  if ('refused' in result) throw await slotTaken(ctx, companyId, except)
  return result.done
}

/** Agrees a visit: checks, takes the time, invites company and consultant by mail with a calendar file. */
export const bookMeeting = async (ctx: Ctx, wanted: Wanted): Promise<Shape> => {
  const place = await diary.placeOf(ctx, wanted.companyId)
  if (!place) throw problem('not-found')
  const time = await timeFor(ctx, place, wanted.personId, wanted.startsAt)
  await store.lockCompany(ctx, place.cvr)
  const open = await store.openMeetingOf(ctx, place.cvr)
  if (open) throw problem('company-has-booking', { when: sayDay(open.startsAt, ctx.language) })
  const { note, contactName, contactEmail, contactPhone, listId, callId } = wanted
  const details = {
    note,
    contactName,
    contactEmail: contactEmail || null,
    contactPhone: contactPhone || place.phone,
    listId: listId ?? null,
    callId: callId ?? null,
  }
  const id = await takeTime(ctx, time, place.id, () =>
    store.insertBooking(ctx, {
      ...time,
      ...details,
      companyId: place.id,
      cvr: place.cvr,
      place: wanted.place || addressOf(place),
      uid: `${randomUUID()}@tovholder`,
    }),
  )
  const row = await meeting(ctx, id)
  await record(ctx, {
    verb: 'booked',
    subject: 'booking',
    subjectId: id,
    cvr: place.cvr,
    after: { startsAt: row.startsAt, consultant: row.consultant, personId: row.personId, contactName },
    topics,
  })
  const centre = await store.centreName(ctx)
  const link = row.contactEmail ? (await makeLink(ctx, { companyId: place.id, cvr: place.cvr })).url : null
  await writeToCompany(ctx, row, 'invitation', centre, link)
  await writeToConsultant(ctx, row, 'invitation', centre)
  return shapeOf(ctx, row)
}

export const showBooking = async (ctx: Ctx, id: number): Promise<Shape> => shapeOf(ctx, await meeting(ctx, id))

/** Every meeting with a company, latest first: for its thread. */
export const bookingsOf = async (ctx: Ctx, cvr: string): Promise<Shape[]> =>
  (await store.meetingsOfCompany(ctx, cvr)).map((row) => shapeOf(ctx, row))

/** The meeting agreed in a call, if it stands. */
export const bookingOfCall = async (ctx: Ctx, callId: number): Promise<Shape | null> => {
  const row = await store.meetingOfCall(ctx, callId)
  return row ? shapeOf(ctx, row) : null
}

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
  const moved = await takeTime(ctx, time, place.id, () => store.updateTime(ctx, before.id, seen, time), before.id)
  const after = await meeting(ctx, before.id)
  if (!moved)
    throw problem(
      'changed-meanwhile',
      {},
      { theirs: { startsAt: after.startsAt, consultant: after.consultant, sequence: after.sequence }, yours: to },
    )
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
  if (before.cancelledAt || !(await store.markCancelled(ctx, before.id, why))) throw problem('booking-cancelled')
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

/** The consultant has seen the meeting and what was said. Twice is once. */
export const acknowledge = async (ctx: Ctx, id: number): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.personId !== ctx.personId) throw problem('not-allowed')
  if (await store.mark(ctx, id, 'acknowledgedAt'))
    await record(ctx, { verb: 'acknowledged', subject: 'booking', subjectId: id, cvr: before.cvr, topics })
  return showBooking(ctx, id)
}

/** Front door: meetings in consultants' calendars. What must hold: one consultant never has two overlapping times, driving included. */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { sayDay } from '#platform/text/danish'
import { lockCompanies } from '../may-contact/may-contact.ts'
import { makeLink } from '../promises/promises.ts'
import { writeToCompany, writeToConsultant } from './booking-mail.ts'
import { markMeeting, meeting, type Shape, shapeOf, topics } from './booking-shape.ts'
import type { BookingForm } from './bookings.schema.ts'
import * as store from './bookings.sql.ts'
import * as diary from '../diaries/diaries.sql.ts'
import { takeTime, timeFor } from './meeting-time.ts'

export { bookingsWaiting } from './waiting.ts'
export { cancelByCompany, confirmByCompany, freeSlotsForCompany, moveByCompany } from './company-side.ts'
export { listFreeSlots } from './slots.ts'
export { travelMinutes } from '../diaries/travel.ts'
export { cancelBooking, cancelOfCall, moveBooking } from './moving.ts'

export type Wanted = z.output<typeof BookingForm> & {
  companyId: number
  note: string
  listId?: number | null
  callId?: number | null
}

const addressOf = (place: diary.Place) =>
  [place.street, [place.postalCode, place.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** Agrees a visit: checks, takes the time, invites company and consultant by mail with a calendar file. */
export const bookMeeting = async (ctx: Ctx, wanted: Wanted): Promise<Shape> => {
  const place = await diary.placeOf(ctx, wanted.companyId)
  if (!place) throw problem('not-found')
  const time = await timeFor(ctx, place, wanted.personId, wanted.startsAt)
  await lockCompanies(ctx, [place.cvr])
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
  await markMeeting(ctx, row)
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

/** The consultant has seen the meeting and what was said. Twice is once. */
export const acknowledge = async (ctx: Ctx, id: number): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  if (before.personId !== ctx.personId) throw problem('not-allowed')
  if (await store.mark(ctx, id, 'acknowledgedAt'))
    await record(ctx, { verb: 'acknowledged', subject: 'booking', subjectId: id, cvr: before.cvr, topics })
  return showBooking(ctx, id)
}

/** Front door: meetings between companies and those who visit them. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import type { Entry } from '#platform/mail/calendar-file'
import { centreName } from '../centre/centre.ts'
import { titleFor, writeToCompany, writeToVisitors } from './booking-mail.ts'
import { bookingsEvents } from './bookings-events.table.ts'
import { meeting, ownPart, type Shape, shapeOf, topics } from './booking-shape.ts'
import * as store from './bookings.sql.ts'
import * as meetings from './meetings.sql.ts'
import { dropNewTime } from '../new-times/new-times.ts'
import * as places from './places.sql.ts'

export { bookMeeting, cancelBooking, cancelBookingOf, type Wanted } from './agreeing.ts'
export { cancelByCompany, confirmByCompany, freeSlotsForCompany, moveByCompany } from './company-side.ts'
export { inviteAgain, tellNotMet } from './mishaps.ts'
export { bringAlong, goAsAsked, leaveAtHome, listCompanions, moveBooking } from './moving.ts'
export { passOnMeetings } from './passing-on.ts'

const record = recorder(bookingsEvents)

export const showBooking = async (ctx: Ctx, id: number): Promise<Shape> => shapeOf(ctx, await meeting(ctx, id))

/** Every meeting with a company, latest first: for its thread. */
export const bookingsOf = async (ctx: Ctx, companyId: number): Promise<Shape[]> =>
  (await meetings.meetingsOfCompany(ctx, companyId)).map((row) => shapeOf(ctx, row))

/** Meetings that stand, of these people, that touch a span of time; the first comes first. */
export const listMeetings = async (
  ctx: Ctx,
  { from, to, personIds }: { from: string; to: string; personIds: readonly number[] },
): Promise<Shape[]> => (await meetings.meetingsBetween(ctx, from, to, personIds)).map((row) => shapeOf(ctx, row))

/** The same of one of them, as calendars elsewhere write it: nothing of who is met. */
export const calendarEntries = async (
  ctx: Ctx,
  { from, to, personId }: { from: string; to: string; personId: number },
): Promise<Entry[]> => {
  const all = await meetings.meetingsBetween(ctx, from, to, [personId])
  const rows = all.filter((row) => meetings.goersOf(row).some((one) => one.personId === personId))
  const centre = await centreName(ctx)
  return rows.map((row) => ({
    ...{ uid: row.uid, sequence: row.sequence, stampedAt: ctx.at, startsAt: row.startsAt, endsAt: row.endsAt },
    ...{ summary: titleFor(row, centre, ctx.language), description: '', location: row.place },
  }))
}

/** Which events of a calendar elsewhere, by their numbers, are meetings of ours that came back. */
export const whichAreOurs = store.knownUids

/** It stands as it stood, until this transaction ends; false: called off or moved, or somebody is about to. */
export const keepsItsTime = (ctx: Ctx, id: number, startsAt: string): Promise<boolean> =>
  store.lockAsItStands(ctx, id, startsAt)

/** Company and visitors are reminded of a meeting; the company not while nobody goes first: it hears who comes as soon as somebody does. */
export const remindOf = async (ctx: Ctx, id: number): Promise<void> => {
  const row = await meeting(ctx, id)
  const centre = await centreName(ctx)
  if (row.visitors[0]?.releasedAt === null) await writeToCompany(ctx, row, 'reminder', centre, null)
  await writeToVisitors(ctx, row, 'reminder', centre)
}

/** Companies that can be met, by name or number. */
export const findPlaces = async (ctx: Ctx, q: string) => ({ rows: await places.findPlaces(ctx, q) })

/** What whoever goes says of their own part in a meeting that stands. */
const sayOfOwn = async (
  ctx: Ctx,
  id: number,
  { at, verb }: { at: string | null; verb: 'acknowledged' | 'unseen' },
): Promise<Shape> => {
  const before = await meeting(ctx, id)
  if (before.cancelledAt) throw problem('booking-cancelled')
  const own = ownPart(ctx, before)
  if (!own) throw problem('not-allowed')
  if (await store.markAcknowledged(ctx, id, { personId: own.personId, at })) {
    const { cvr, companyId } = before
    await record(ctx, { verb, subject: 'booking', subjectId: id, cvr, companyId, topics })
  }
  return showBooking(ctx, id)
}
/** Whoever goes has seen the meeting and what was said. Twice is once. */
export const acknowledgeBooking = (ctx: Ctx, id: number) => sayOfOwn(ctx, id, { at: ctx.at, verb: 'acknowledged' })
/** It was pressed by mistake: the meeting is new to them again. */
export const undoAcknowledging = (ctx: Ctx, id: number) => sayOfOwn(ctx, id, { at: null, verb: 'unseen' })

/** Whoever writes reports tells that this meeting has one: nobody owes it any more, nor a new time for it. */
export const markReported = async (ctx: Ctx, id: number): Promise<void> => {
  await store.markReported(ctx, id)
  await dropNewTime(ctx, id)
}

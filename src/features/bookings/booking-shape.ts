import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { runsCentre } from '../centre/roles.ts'
import { setMark } from '../may-contact/may-contact.ts'
import type { Booking } from './bookings.schema.ts'
import * as store from './meetings.sql.ts'

/** Answers that a change of a meeting makes stale. */
export const topics = ['bookings', 'calendar', 'free-slots', 'calls', 'companies']
export type Shape = z.infer<typeof Booking>

/** Moved and cancelled by the one who visits, the one who booked, or the coordinator; until it has begun. */
const mayChange = (ctx: Ctx, row: store.MeetingRow) =>
  row.cancelledAt === null &&
  row.startsAt > ctx.at &&
  (runsCentre(ctx) || row.personId === ctx.personId || row.bookedById === ctx.personId)

export const shapeOf = (ctx: Ctx, row: store.MeetingRow): Shape => ({
  ...row,
  reported: row.reportedAt !== null,
  can: {
    move: mayChange(ctx, row),
    cancel: mayChange(ctx, row),
    acknowledge: row.cancelledAt === null && row.acknowledgedAt === null && row.personId === ctx.personId,
    report:
      row.cancelledAt === null &&
      row.reportedAt === null &&
      row.startsAt <= ctx.at &&
      (runsCentre(ctx) || row.personId === ctx.personId),
  },
})

/** Throws not-found. */
export const meeting = async (ctx: Ctx, id: number): Promise<store.MeetingRow> => {
  const row = await store.meetingById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}

/** A meeting that stands keeps the company from being called. */
export const markMeeting = (ctx: Ctx, { id, companyId, cvr, personId, bookedAt, endsAt }: store.MeetingRow) =>
  setMark(ctx, { kind: 'meeting', sourceId: id, companyId, cvr, since: bookedAt, endsAt, personId })

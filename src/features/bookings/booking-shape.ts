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

/** Who asks, if that is one who goes. */
export const ownPart = (ctx: Ctx, { visitors }: store.MeetingRow) =>
  visitors.find(({ personId }) => personId === ctx.personId)

/** Moved and cancelled by those who visit, the one who booked, or the coordinator; until it has begun. */
const mayChange = (ctx: Ctx, row: store.MeetingRow) =>
  row.cancelledAt === null &&
  row.startsAt > ctx.at &&
  (runsCentre(ctx) || ownPart(ctx, row) !== undefined || row.bookedById === ctx.personId)

/** What came of it is told once it has begun, by those who went or the coordinator. */
const mayTell = (ctx: Ctx, row: store.MeetingRow) =>
  row.cancelledAt === null &&
  row.reportedAt === null &&
  row.notMetAt === null &&
  row.startsAt <= ctx.at &&
  (runsCentre(ctx) || ownPart(ctx, row) !== undefined)

/** Why those who go were chosen: when it was agreed, and who came along later. */
const whysOf = ({ chosenWhy, visitors }: store.MeetingRow): string | null =>
  [chosenWhy, ...visitors.map((one) => one.chosenWhy)].filter((why) => why !== null).join(' ') || null

export const shapeOf = (ctx: Ctx, row: store.MeetingRow): Shape => {
  const own = ownPart(ctx, row)
  const { travelMinutes, travelKnown, acknowledgedAt } = own ?? row
  return {
    ...row,
    travelMinutes,
    travelKnown,
    acknowledgedAt,
    chosenWhy: whysOf(row),
    reported: row.reportedAt !== null,
    can: {
      move: mayChange(ctx, row),
      // Nobody comes along yet, and whoever goes first does go.
      bringAlong: mayChange(ctx, row) && row.visitors.length === 1 && row.visitors[0]?.releasedAt === null,
      cancel: mayChange(ctx, row),
      acknowledge: row.cancelledAt === null && own?.acknowledgedAt === null,
      report: mayTell(ctx, row),
      prepare: row.cancelledAt === null && row.reportedAt === null && (runsCentre(ctx) || own?.releasedAt === null),
      notMet: mayTell(ctx, row),
      inviteAgain: row.mail === 'lost' && mayChange(ctx, row),
    },
  }
}

/** Throws not-found. */
export const meeting = async (ctx: Ctx, id: number): Promise<store.MeetingRow> => {
  const row = await store.meetingById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}

/** A meeting that stands keeps the company from being called. */
export const markMeeting = (ctx: Ctx, { id, companyId, cvr, personId, bookedAt, endsAt }: store.MeetingRow) =>
  setMark(ctx, { kind: 'meeting', sourceId: id, companyId, cvr, since: bookedAt, endsAt, personId })

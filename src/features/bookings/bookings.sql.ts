import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/** Bookers of one consultant come one at a time: without it the constraint deadlocks in a storm (stack.md). */
const consultantLock = 7402
export const lockConsultant = (ctx: Ctx, personId: number) =>
  sql`select pg_advisory_xact_lock(${consultantLock}::int, ${personId}::int)`.execute(ctx.db)

/** The meeting that the one judge knows of, if the company has one. */
export const openMeetingOf = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('hindranceNow as h')
    .innerJoin('booking as b', (join) => join.onRef('b.centreId', '=', 'h.centreId').onRef('b.id', '=', 'h.sourceId'))
    .select(['b.id', 'b.startsAt'])
    .where('h.centreId', '=', ctx.centreId)
    .where('h.cvr', '=', cvr)
    .where('h.kind', '=', 'meeting')
    .orderBy('b.startsAt')
    .executeTakeFirst()

export type Time = { personId: number; startsAt: string; endsAt: string; travelMinutes: number }
const busy = ({ startsAt, endsAt, travelMinutes }: Time) =>
  sql<string>`tstzrange(${startsAt}::timestamptz - make_interval(mins => ${travelMinutes}), ${endsAt}::timestamptz + make_interval(mins => ${travelMinutes}))`

export type NewBooking = Time & {
  companyId: number
  cvr: string
  listId: number | null
  callId: number | null
  place: string
  contactName: string
  contactEmail: string | null
  contactPhone: string | null
  note: string
  uid: string
}
export const insertBooking = async (ctx: Ctx, row: NewBooking): Promise<number> => {
  const { id } = await ctx.db
    .insertInto('booking')
    .values({ ...row, centreId: ctx.centreId, busy: busy(row), bookedBy: ctx.personId, bookedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Only the version that was seen is moved; false when another was there first. */
export const updateTime = async (ctx: Ctx, id: number, seen: number, time: Time): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set({ ...time, busy: busy(time), sequence: seen + 1, acknowledgedAt: null, confirmedAt: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('sequence', '=', seen)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const markCancelled = async (ctx: Ctx, id: number, why: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set((eb) => ({
      cancelledAt: ctx.at,
      cancelledBy: ctx.personId,
      cancelledWhy: why,
      sequence: eb('sequence', '+', 1),
    }))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const mark = async (ctx: Ctx, id: number, what: 'acknowledgedAt' | 'confirmedAt'): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('booking')
    .set({ [what]: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('cancelledAt', 'is', null)
    .where(what, 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Meetings with everything a calendar shows. */
const meetings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('booking as b')
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'b.centreId').onRef('p.personId', '=', 'b.personId'),
    )
    .leftJoin('personNamed as by', 'by.id', 'b.bookedBy')
    .leftJoin('visit as v', (join) => join.onRef('v.centreId', '=', 'b.centreId').onRef('v.bookingId', '=', 'b.id'))
    .select([
      'b.id',
      'b.companyId',
      'b.cvr',
      'c.name as company',
      'c.town',
      'b.personId',
      'p.name as consultant',
      'p.email as consultantEmail',
      'p.language as consultantLanguage',
      'p.phone as consultantPhone',
      'p.school',
      'b.startsAt',
      'b.endsAt',
      'b.travelMinutes',
      'b.place',
      'b.contactName',
      'b.contactEmail',
      'b.contactPhone',
      'b.note',
      'b.bookedBy as bookedById',
      'by.name as bookedBy',
      'b.bookedAt',
      'b.acknowledgedAt',
      'b.confirmedAt',
      'b.cancelledAt',
      'b.cancelledWhy',
      'b.sequence',
      'b.uid',
      'v.id as visitId',
      'c.municipality',
      'b.callId',
    ])
    .where('b.centreId', '=', ctx.centreId)
export type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>

export const meetingById = (ctx: Ctx, id: number): Promise<MeetingRow | undefined> =>
  meetings(ctx).where('b.id', '=', id).executeTakeFirst()
export const meetingOfCall = (ctx: Ctx, callId: number): Promise<MeetingRow | undefined> =>
  meetings(ctx).where('b.callId', '=', callId).where('b.cancelledAt', 'is', null).executeTakeFirst()
export const meetingsBetween = (ctx: Ctx, from: string, to: string, personIds: number[]): Promise<MeetingRow[]> =>
  meetings(ctx)
    .where('b.startsAt', '<', to)
    .where('b.endsAt', '>', from)
    .where('b.personId', '=', sql<number>`any(${personIds})`)
    .where('b.cancelledAt', 'is', null)
    .orderBy('b.startsAt')
    .orderBy('b.id')
    .execute()
export const meetingsOfCompany = (ctx: Ctx, cvr: string): Promise<MeetingRow[]> =>
  meetings(ctx).where('b.cvr', '=', cvr).orderBy('b.startsAt', 'desc').execute()
/** Booked for a consultant who has not said that he has seen it. */
export const unseenMeetings = (ctx: Ctx, personId: number): Promise<MeetingRow[]> =>
  meetings(ctx)
    .where('b.personId', '=', personId)
    .where('b.cancelledAt', 'is', null)
    .where('b.acknowledgedAt', 'is', null)
    .where('b.endsAt', '>', ctx.at)
    .orderBy('b.startsAt')
    .execute()

export const centreName = async (ctx: Ctx): Promise<string> =>
  (await ctx.db.selectFrom('centreNow').select('name').where('id', '=', ctx.centreId).executeTakeFirstOrThrow()).name

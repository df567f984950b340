import { type SqlBool, sql } from 'kysely'
import type { Ctx } from '#platform/context'

/** People who visit: of the centre now, with a calendar. */
const visiting = ['consultant', 'coordinator'] as const

export type Consultant = {
  personId: number
  name: string
  email: string
  language: string
  school: string | null
  municipality: number | null
  knows: string | null
}
export const consultants = (ctx: Ctx, only: { personId?: number | undefined } = {}): Promise<Consultant[]> => {
  let query = ctx.db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .leftJoin('school as s', (join) => join.onRef('s.centreId', '=', 'm.centreId').onRef('s.id', '=', 'm.schoolId'))
    .select(['m.personId', 'p.name', 'p.email', 'p.language', 's.name as school', 's.municipality', 'm.knows'])
    .where('m.centreId', '=', ctx.centreId)
    .where('m.leftAt', 'is', null)
    .where('m.role', 'in', visiting)
  if (only.personId !== undefined) query = query.where('m.personId', '=', only.personId)
  return query.orderBy('p.name').execute()
}

export type HoursRow = { personId: number; weekday: number; fromTime: string; toTime: string }
export const workingHours = (ctx: Ctx, personIds: number[]): Promise<HoursRow[]> =>
  ctx.db
    .selectFrom('workingHours')
    .select(['personId', 'weekday', 'fromTime', 'toTime'])
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', sql<number>`any(${personIds})`)
    .orderBy('weekday')
    .orderBy('fromTime')
    .execute()

export const replaceHours = async (
  ctx: Ctx,
  personId: number,
  hours: { weekday: number; from: string; to: string }[],
) => {
  await ctx.db
    .deleteFrom('workingHours')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .execute()
  if (hours.length === 0) return
  const rows = hours.map(({ weekday, from, to }) => ({
    centreId: ctx.centreId,
    personId,
    weekday,
    fromTime: from,
    toTime: to,
  }))
  await ctx.db.insertInto('workingHours').values(rows).execute()
}

export type AbsenceRow = { id: number; personId: number; startsAt: string; endsAt: string; note: string }
export const absences = (ctx: Ctx, personIds: number[], from: string, to: string): Promise<AbsenceRow[]> =>
  ctx.db
    .selectFrom('absence')
    .select(['id', 'personId', 'startsAt', 'endsAt', 'note'])
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', sql<number>`any(${personIds})`)
    .where('endsAt', '>', from)
    .where('startsAt', '<', to)
    .orderBy('startsAt')
    .execute()
export const absenceById = (ctx: Ctx, id: number): Promise<AbsenceRow | undefined> =>
  ctx.db
    .selectFrom('absence')
    .select(['id', 'personId', 'startsAt', 'endsAt', 'note'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()
export const insertAbsence = (ctx: Ctx, row: Omit<AbsenceRow, 'id'>): Promise<AbsenceRow> =>
  ctx.db
    .insertInto('absence')
    .values({ centreId: ctx.centreId, ...row })
    .returning(['id', 'personId', 'startsAt', 'endsAt', 'note'])
    .executeTakeFirstOrThrow()
export const deleteAbsence = (ctx: Ctx, id: number) =>
  ctx.db.deleteFrom('absence').where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

/** Times that are taken: meetings with their driving on both sides. */
export type Taken = {
  id: number
  personId: number
  startsAt: string
  endsAt: string
  travelMinutes: number
  town: string | null
  municipality: number | null
  cvr: string
}
export const takenTimes = (
  ctx: Ctx,
  personIds: number[],
  from: string,
  to: string,
  except?: number,
): Promise<Taken[]> => {
  let query = ctx.db
    .selectFrom('booking as b')
    .innerJoin('company as c', 'c.id', 'b.companyId')
    .select(['b.id', 'b.personId', 'b.startsAt', 'b.endsAt', 'b.travelMinutes', 'c.town', 'c.municipality', 'b.cvr'])
    .where('b.centreId', '=', ctx.centreId)
    .where('b.personId', '=', sql<number>`any(${personIds})`)
    .where('b.cancelledAt', 'is', null)
    .where(sql<SqlBool>`b.busy && tstzrange(${from}::timestamptz, ${to}::timestamptz)`)
  if (except !== undefined) query = query.where('b.id', '<>', except)
  return query.orderBy('b.startsAt').execute()
}

export type Place = {
  id: number
  cvr: string
  name: string
  street: string | null
  postalCode: string | null
  town: string | null
  municipality: number | null
  phone: string | null
}
export const placeOf = (ctx: Ctx, companyId: number): Promise<Place | undefined> =>
  ctx.db
    .selectFrom('company')
    .select(['id', 'cvr', 'name', 'street', 'postalCode', 'town', 'municipality', 'phone'])
    .where('id', '=', companyId)
    .executeTakeFirst()

/** Who has visited the company before, as booked. */
export const visitorsBefore = async (ctx: Ctx, cvr: string): Promise<Set<number>> => {
  const rows = await ctx.db
    .selectFrom('booking')
    .select('personId')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('cancelledAt', 'is', null)
    .where('endsAt', '<=', ctx.at)
    .execute()
  return new Set(rows.map((row) => row.personId))
}

export const visitMinutes = async (ctx: Ctx): Promise<number> => {
  const row = await ctx.db
    .selectFrom('rules')
    .select('visitMinutes')
    .where('centreId', '=', ctx.centreId)
    .executeTakeFirst()
  return row?.visitMinutes ?? 60
}

/** Bookers of one consultant, and of one company, come one at a time: without it the constraint deadlocks in a storm (stack.md). */
const lockClass = { company: 7401, consultant: 7402 } as const
export const lockCompany = (ctx: Ctx, cvr: string) =>
  sql`select pg_advisory_xact_lock(${lockClass.company}::int, ${Number(cvr)}::int)`.execute(ctx.db)
export const lockConsultant = (ctx: Ctx, personId: number) =>
  sql`select pg_advisory_xact_lock(${lockClass.consultant}::int, ${personId}::int)`.execute(ctx.db)

export const openMeetingOf = (ctx: Ctx, cvr: string, except?: number) => {
  let query = ctx.db
    .selectFrom('booking')
    .select(['id', 'startsAt'])
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('cancelledAt', 'is', null)
    .where('endsAt', '>', ctx.at)
  if (except !== undefined) query = query.where('id', '<>', except)
  return query.orderBy('startsAt').executeTakeFirst()
}

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
    .innerJoin('company as c', 'c.id', 'b.companyId')
    .innerJoin('person as p', 'p.id', 'b.personId')
    .leftJoin('membership as m', (join) =>
      join.onRef('m.centreId', '=', 'b.centreId').onRef('m.personId', '=', 'b.personId'),
    )
    .leftJoin('school as s', (join) => join.onRef('s.centreId', '=', 'm.centreId').onRef('s.id', '=', 'm.schoolId'))
    .leftJoin('person as by', 'by.id', 'b.bookedBy')
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
      'm.phone as consultantPhone',
      's.name as school',
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
  (await ctx.db.selectFrom('centre').select('name').where('id', '=', ctx.centreId).executeTakeFirstOrThrow()).name

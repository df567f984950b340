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
    .selectFrom('memberNow as m')
    .select(['m.personId', 'm.name', 'm.email', 'm.language', 'm.school', 'm.municipality', 'm.knows'])
    .where('m.centreId', '=', ctx.centreId)
    .where('m.role', 'in', visiting)
  if (only.personId !== undefined) query = query.where('m.personId', '=', only.personId)
  return query.orderBy('m.name').execute()
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
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
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
    .selectFrom('companyPlace')
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
    .selectFrom('rulesNow')
    .select('visitMinutes')
    .where('centreId', '=', ctx.centreId)
    .executeTakeFirst()
  return row?.visitMinutes ?? 60
}

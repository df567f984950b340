/** Who visits, when they work and when they are away. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Role } from '../centre/roles.ts'

export type Consultant = {
  personId: number
  name: string
  email: string
  language: string
  school: string | null
  schoolId: number | null
  municipality: number | null
  knows: string | null
  role: Role
}
/** People of these roles, of the centre now; or the one of them. */
export const consultants = (
  ctx: Ctx,
  roles: readonly Role[],
  only: { personId?: number | undefined } = {},
): Promise<Consultant[]> => {
  let query = ctx.db
    .selectFrom('memberNow as m')
    .select(['m.personId', 'm.name', 'm.email', 'm.language', 'm.school', 'm.schoolId', 'm.municipality', 'm.knows'])
    .select(sql<Role>`m.role`.as('role'))
    .where('m.centreId', '=', ctx.centreId)
    .where('m.role', 'in', roles)
  if (only.personId !== undefined) query = query.where('m.personId', '=', only.personId)
  return query.orderBy('m.name').execute()
}

/** Changes of one person's diary come one at a time; also what keeps bookers of one consultant from deadlocking in a storm. */
export const lockConsultant = (ctx: Ctx, personId: number) =>
  sql`select pg_advisory_xact_lock(7402, ${personId}::int)`.execute(ctx.db)

export const workingHours = (ctx: Ctx, personIds: readonly number[]) =>
  ctx.db
    .selectFrom('workingHours')
    .select(['personId', 'weekday', 'fromTime as from', 'toTime as to'])
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', sql<number>`any(${personIds})`)
    .orderBy('weekday')
    .orderBy('fromTime')
    .execute()

export const replaceHours = async (
  ctx: Ctx,
  personId: number,
  hours: readonly { weekday: number; from: string; to: string }[],
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

const absenceColumns = ['id', 'personId', 'startsAt', 'endsAt', 'note'] as const
export type AbsenceRow = { id: number; personId: number; startsAt: string; endsAt: string; note: string }
export const absences = (ctx: Ctx, personIds: readonly number[], from: string, to: string): Promise<AbsenceRow[]> =>
  ctx.db
    .selectFrom('absence')
    .select(absenceColumns)
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', sql<number>`any(${personIds})`)
    .where('endsAt', '>', from)
    .where('startsAt', '<', to)
    .orderBy('startsAt')
    .execute()
export const absenceById = (ctx: Ctx, id: number): Promise<AbsenceRow | undefined> =>
  ctx.db
    .selectFrom('absence')
    .select(absenceColumns)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()
export const insertAbsence = (ctx: Ctx, row: Omit<AbsenceRow, 'id'>): Promise<AbsenceRow> =>
  ctx.db
    .insertInto('absence')
    .values({ centreId: ctx.centreId, ...row })
    .returning(absenceColumns)
    .executeTakeFirstOrThrow()
export const deleteAbsence = (ctx: Ctx, id: number) =>
  ctx.db
    .deleteFrom('absence')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

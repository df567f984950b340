/** Who visits, when they work and when they are away. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot } from '#platform/db/hot'
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
const members = (ctx: Pick<Ctx, 'db' | 'centreId'>, roles: readonly Role[]) =>
  ctx.db
    .selectFrom('memberNow as m')
    .select(['m.personId', 'm.name', 'm.email', 'm.language', 'm.school', 'm.schoolId', 'm.municipality', 'm.knows'])
    .select(sql<Role>`m.role`.as('role'))
    .where('m.centreId', '=', ctx.centreId)
    .where(sql<SqlBool>`m.role = any(${roles})`)
    .orderBy('m.name')
const everyone = hot((ctx, { roles }: { roles: readonly Role[] }) => members(ctx, roles))
const theOne = hot((ctx, { roles, personId }: { roles: readonly Role[]; personId: number }) =>
  members(ctx, roles).where('m.personId', '=', personId),
)
/** People of these roles, of the centre now; or the one of them. */
export const consultants = (
  ctx: Ctx,
  roles: readonly Role[],
  { personId }: { personId?: number | undefined } = {},
): Promise<readonly Consultant[]> =>
  personId === undefined ? everyone(ctx, { roles }) : theOne(ctx, { roles, personId })

/** Changes of one person's diary come one at a time; also what keeps bookers of one consultant from deadlocking in a storm. */
export const lockConsultant = (ctx: Ctx, personId: number) =>
  sql`select pg_advisory_xact_lock(7402, ${personId}::int)`.execute(ctx.db)

const hoursOf = hot((ctx, { personIds }: { personIds: readonly number[] }) =>
  ctx.db
    .selectFrom('workingHours')
    .select(['personId', 'weekday', 'fromTime as from', 'toTime as to'])
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', sql<number>`any(${personIds})`)
    .orderBy('weekday')
    .orderBy('fromTime'),
)
export const workingHours = (ctx: Ctx, personIds: readonly number[]) => hoursOf(ctx, { personIds })

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
type Between = { personIds: readonly number[]; from: string; to: string }
const awayBetween = hot((ctx, { personIds, from, to }: Between) =>
  ctx.db
    .selectFrom('absence')
    .select(absenceColumns)
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', sql<number>`any(${personIds})`)
    .where('endsAt', '>', from)
    .where('startsAt', '<', to)
    .orderBy('startsAt'),
)
export const absences = (ctx: Ctx, personIds: readonly number[], from: string, to: string) =>
  awayBetween(ctx, { personIds, from, to })
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

/** Calendars elsewhere, and how their reading went. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Trouble } from './other-calendars.schema.ts'

const columns = [
  'id',
  'personId',
  'name',
  'host',
  'addedAt',
  'readAt',
  'times',
  'leftOut',
  'problemSince as troubleSince',
] as const
const rowsOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('otherCalendar')
    .select([...columns, sql<'ics' | 'caldav'>`kind`.as('kind'), sql<Trouble | null>`problem`.as('trouble')])
    .where('centreId', '=', ctx.centreId)

export const calendarsOf = (ctx: Ctx, personId: number) =>
  rowsOf(ctx).where('personId', '=', personId).orderBy('id').execute()
export const calendarOf = (ctx: Ctx, personId: number, id: number) =>
  rowsOf(ctx).where('personId', '=', personId).where('id', '=', id).executeTakeFirst()

type New = { personId: number; kind: 'ics' | 'caldav'; name: string; host: string; sealed: string }
export const insertCalendar = (ctx: Ctx, row: New) =>
  ctx.db
    .insertInto('otherCalendar')
    .values({ centreId: ctx.centreId, ...row, addedAt: ctx.at, dueAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

export const deleteCalendar = (ctx: Ctx, personId: number, id: number) =>
  ctx.db
    .deleteFrom('otherCalendar')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

/** Whose reading is due; whoever takes them puts the next one off, so that nobody else does. */
export const takeDue = async (ctx: Ctx, { most, leaseMinutes }: { most: number; leaseMinutes: number }) => {
  const { rows } = await sql<{ id: number }>`
    update other_calendar o set due_at = ${ctx.at}::timestamptz + make_interval(mins => ${leaseMinutes}::int)
    from (
      select centre_id, id from other_calendar
      where centre_id = ${ctx.centreId} and due_at <= ${ctx.at}::timestamptz order by due_at limit ${most} for update skip locked
    ) due
    where o.centre_id = due.centre_id and o.id = due.id
    returning o.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** False: it was read at its owner's wish a moment ago; each reading keeps others waiting. */
export const hasten = async (ctx: Ctx, id: number, minutes: number): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('otherCalendar')
    .set({ hastenedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('hastenedAt', 'is', null), eb('hastenedAt', '<=', ctx.now.subtract({ minutes }).toString())]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The next reading begins: what an earlier one brings home late counts no more. */
export const beginReading = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('otherCalendar')
    .set((eb) => ({ reading: eb('reading', '+', 1) }))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .returning(['id', 'personId', 'name', 'sealed', 'reading', 'version', 'fetchedAt', 'problemSince'])
    .returning([
      sql<'ics' | 'caldav'>`kind`.as('kind'),
      sql<string | null>`(select m.email from member_now m
        where m.centre_id = other_calendar.centre_id and m.person_id = other_calendar.person_id)`.as('email'),
    ])
    .executeTakeFirst()
export type Begun = NonNullable<Awaited<ReturnType<typeof beginReading>>>

type Settled = {
  dueAt: string
  readAt?: string
  fetchedAt?: string
  version?: string | null
  name?: string
  times?: number
  leftOut?: number
  problem: Trouble | null
  problemSince: string | null
}
/** False: it is gone, or another reading has begun since. */
export const settle = async (ctx: Ctx, { id, reading }: Begun, settled: Settled): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('otherCalendar')
    .set(settled)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('reading', '=', reading)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Calendars of who visits nobody any more. */
export const leftBehind = (ctx: Ctx, roles: readonly string[]) =>
  ctx.db
    .selectFrom('otherCalendar as o')
    .select(['o.id', 'o.personId'])
    .where('o.centreId', '=', ctx.centreId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('memberNow as m')
            .select('m.personId')
            .whereRef('m.centreId', '=', 'o.centreId')
            .whereRef('m.personId', '=', 'o.personId')
            .where('m.role', 'in', roles),
        ),
      ),
    )
    .execute()

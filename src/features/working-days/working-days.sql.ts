import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hotRow } from '#platform/db/hot'
import type { CallingHours, ClosedDays } from './working-time.ts'

/** All that working time is reckoned from, in one row: what is closed from yesterday on. */
const now = hotRow(
  (ctx) =>
    sql<{ hours: CallingHours[]; closed: ClosedDays[] }>`
      select coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', to_char(h.from_time, 'HH24:MI'), 'to', to_char(h.to_time, 'HH24:MI'))
                                        order by h.weekday)
                       from calling_hours h where h.centre_id = ${ctx.centreId}), '[]') as hours,
             coalesce((select jsonb_agg(jsonb_build_object('from', d.from_on, 'to', d.to_on, 'name', d.name, 'schoolId', d.school_id) order by d.from_on)
                       from closed_day d where d.centre_id = ${ctx.centreId} and d.to_on >= ${ctx.today}::date - 1), '[]') as closed`,
)
export const timeNow = (ctx: Ctx) => now(ctx, {})

/** Puts the new week; gives the old one. */
export const replaceHours = async (ctx: Ctx, hours: readonly CallingHours[]) => {
  const old = await ctx.db
    .deleteFrom('callingHours')
    .where('centreId', '=', ctx.centreId)
    .returning(['weekday', 'fromTime as from', 'toTime as to'])
    .execute()
  const rows = hours.map(({ weekday, from, to }) => ({ centreId: ctx.centreId, weekday, fromTime: from, toTime: to }))
  await ctx.db.insertInto('callingHours').values(rows).execute()
  return old.toSorted((one, other) => one.weekday - other.weekday)
}
/** Of two who change the week at once the second waits here. */
export const lockHours = (ctx: Ctx) => sql`select pg_advisory_xact_lock(7403, ${ctx.centreId}::int)`.execute(ctx.db)

const closedRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('closedDay as d')
    .leftJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'd.centreId').onRef('s.id', '=', 'd.schoolId'))
    .where('d.centreId', '=', ctx.centreId)
    .select(['d.id', 'd.fromOn as from', 'd.toOn as to', 'd.name', 'd.schoolId', 's.name as school'])
export type ClosedRow = Awaited<ReturnType<typeof closedAhead>>[number]
/** What has not passed, by date. */
export const closedAhead = (ctx: Ctx) =>
  closedRows(ctx).where('d.toOn', '>=', ctx.today).orderBy('d.fromOn').orderBy('d.id').execute()
export const closedById = (ctx: Ctx, id: number) => closedRows(ctx).where('d.id', '=', id).executeTakeFirst()

export const insertClosed = async (
  ctx: Ctx,
  row: { fromOn: string; toOn: string; name: string; schoolId: number | null },
): Promise<number> => {
  const made = await ctx.db
    .insertInto('closedDay')
    .values({ centreId: ctx.centreId, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}
export const deleteClosed = (ctx: Ctx, id: number) =>
  ctx.db
    .deleteFrom('closedDay')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
export const isSchool = async (ctx: Ctx, id: number) =>
  (await ctx.db
    .selectFrom('schoolNow')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

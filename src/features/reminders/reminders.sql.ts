/** Statements on reminders. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/** Meetings after one day up to another, agreed as they stand before that day and not reminded of as they stand. */
export const due = async (ctx: Ctx, { from, to, atOnce }: { from: string; to: string; atOnce: number }) => {
  const { rows } = await sql<{ id: number; startsAt: string }>`
    select b.id, b.starts_at from booking_now b
    where b.centre_id = ${ctx.centreId} and b.starts_at > ${ctx.at}
      and (b.starts_at at time zone 'Europe/Copenhagen')::date > ${from}::date
      and (b.starts_at at time zone 'Europe/Copenhagen')::date <= ${to}::date
      and (coalesce(b.moved_at, b.booked_at) at time zone 'Europe/Copenhagen')::date < ${from}::date
      and not exists (select from meeting_reminder r where r.centre_id = b.centre_id and r.booking_id = b.id and r.starts_at = b.starts_at)
    order by b.starts_at limit ${atOnce}`.execute(ctx.db)
  return rows
}
/** Which of these have begun. */
export const begun = async (ctx: Ctx, ids: readonly number[]): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select b.id from booking_now b where b.centre_id = ${ctx.centreId} and b.id = any(${ids}) and b.starts_at <= ${ctx.at}`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}
/** Of two sweeps at once one has it. */
export const noteReminded = async (ctx: Ctx, bookingId: number, startsAt: string): Promise<boolean> => {
  const rows = await ctx.db
    .insertInto('meetingReminder')
    .values({ centreId: ctx.centreId, bookingId, startsAt, remindedAt: ctx.at })
    .onConflict((key) => key.doNothing())
    .returning('bookingId')
    .execute()
  return rows.length > 0
}

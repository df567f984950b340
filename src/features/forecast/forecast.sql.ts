/** Statements on how fast meetings are agreed. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/** How many meetings each who visits was given between two moments, those called off since left out. */
export const agreedBetween = async (ctx: Ctx, from: string, to: string) => {
  const { rows } = await sql<{ personId: number; meetings: number }>`
    select v.person_id as "personId", count(*)::int as meetings
    from booking_ever b join visitor_ever v on v.centre_id = b.centre_id and v.booking_id = b.id
    where b.centre_id = ${ctx.centreId} and b.cancelled_at is null and b.booked_at >= ${from}::timestamptz and b.booked_at < ${to}::timestamptz
    group by v.person_id`.execute(ctx.db)
  return rows
}
/** When the first meeting of all was agreed. */
export const firstAgreed = async (ctx: Ctx): Promise<string | null> => {
  const first = await ctx.db
    .selectFrom('bookingEver')
    .select('bookedAt')
    .where('centreId', '=', ctx.centreId)
    .orderBy('bookedAt')
    .limit(1)
    .executeTakeFirst()
  return first?.bookedAt ?? null
}

/** Statements on how fast meetings are agreed. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { MeetingForm } from '../diaries/diaries.schema.ts'

/** How many meetings each who visits was given between two moments, and how many of a kind; those called off since left out. */
export const agreedBetween = async (ctx: Ctx, { from, to, form }: { from: string; to: string; form: MeetingForm }) => {
  const { rows } = await sql<{ personId: number; meetings: number; ofKind: number }>`
    select v.person_id as "personId", count(*)::int as meetings, (count(*) filter (where b.form = ${form}))::int as "ofKind"
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

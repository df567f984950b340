/** Statements on the meetings that mails are about: who went, who is to be asked. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

/** The meeting of an address; whether it was held and reported is told by its moments. */
export const meetingById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('bookingEver as b')
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .leftJoin('visitReported as v', (join) =>
      join.onRef('v.centreId', '=', 'b.centreId').onRef('v.bookingId', '=', 'b.id'),
    )
    .leftJoin('personNamed as p', 'p.id', 'v.personId')
    .where('b.centreId', '=', ctx.centreId)
    .where('b.id', '=', id)
    .select(['b.id', 'c.name as company', 'b.form', 'b.startsAt', 'b.endsAt'])
    .select(['b.cancelledAt', 'b.notMetAt', 'b.reportedAt'])
    .select(['v.personId as reportedById', 'p.name as reportedBy'])
    .executeTakeFirst()
export type Meeting = NonNullable<Awaited<ReturnType<typeof meetingById>>>

/** Who of the house signs in with this address. */
export const personAt = (ctx: Ctx, address: string) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where(sql`lower(email)`, '=', address.toLowerCase())
    .select(['personId', 'name', 'email', 'language'])
    .executeTakeFirst()
export type Person = NonNullable<Awaited<ReturnType<typeof personAt>>>

/** Who went and is still here, the first comes first. */
export const goersTo = (ctx: Ctx, bookingId: number) =>
  ctx.db
    .selectFrom('visitorEver as w')
    .innerJoin('memberNow as m', (join) =>
      join.onRef('m.centreId', '=', 'w.centreId').onRef('m.personId', '=', 'w.personId'),
    )
    .where('w.centreId', '=', ctx.centreId)
    .where('w.bookingId', '=', bookingId)
    .select(['m.personId', 'm.name', 'm.email', 'm.language'])
    .orderBy('w.position')
    .execute()

/** Meetings that lack a report and began since a moment. */
export const withoutReport = async (ctx: Ctx, since: string): Promise<number[]> =>
  (
    await ctx.db
      .selectFrom('visitDue')
      .where('centreId', '=', ctx.centreId)
      .where('startsAt', '>=', since)
      .select('bookingId')
      .distinct()
      .execute()
  ).map(({ bookingId }) => bookingId)

export type ToAsk = { bookingId: number; personId: number; endsAt: string }
/** Meetings that ended since a moment and lack a report, with each who went, is here, has not begun to write and was not asked since: one that was moved is asked about anew. */
export const toAsk = async (ctx: Ctx, { since, atOnce }: { since: string; atOnce: number }) => {
  const { rows } = await sql<ToAsk>`
    select d.booking_id, d.person_id, b.ends_at
    from visit_due d
    join booking_now b on b.centre_id = d.centre_id and b.id = d.booking_id
    join member_now m on m.centre_id = d.centre_id and m.person_id = d.person_id
    where d.centre_id = ${ctx.centreId} and b.ends_at <= ${ctx.at} and b.ends_at >= ${since}
      and not exists (select from report_asked a where a.centre_id = d.centre_id and a.booking_id = d.booking_id and a.person_id = d.person_id
        and a.asked_at >= b.ends_at)
      and not unsafe_report_begun(d.centre_id, d.booking_id, d.person_id)
    order by b.ends_at, d.booking_id, d.position limit ${atOnce}`.execute(ctx.db)
  return rows
}
/** Of two sweeps at once one has it. */
export const noteAsked = async (ctx: Ctx, { bookingId, personId, endsAt }: ToAsk): Promise<boolean> =>
  (await ctx.db
    .insertInto('reportAsked')
    .values({ bookingId, personId, centreId: ctx.centreId, askedAt: ctx.at })
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'bookingId', 'personId'])
        .doUpdateSet({ askedAt: ctx.at })
        .where('reportAsked.askedAt', '<', endsAt),
    )
    .returning('bookingId')
    .executeTakeFirst()) !== undefined

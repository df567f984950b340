/** Meetings as they are read: with everything a calendar shows, a row for each who visits. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { MeetingForm } from '../free-slots/free-slots.schema.ts'
import type { Origin } from './bookings.sql.ts'

const meetings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('booking as b')
    .innerJoin('bookingVisitor as w', (join) =>
      join.onRef('w.centreId', '=', 'b.centreId').onRef('w.bookingId', '=', 'b.id'),
    )
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'w.centreId').onRef('p.personId', '=', 'w.personId'),
    )
    .leftJoin('personNamed as by', 'by.id', 'b.bookedBy')
    .select([
      'b.id',
      'b.companyId',
      'b.cvr',
      'c.name as company',
      'c.town',
      'c.municipality',
      'w.personId',
      'p.name as consultant',
      'p.email as consultantEmail',
      'p.language as consultantLanguage',
      'p.phone as consultantPhone',
      'p.school',
      'b.startsAt',
      'b.endsAt',
      'w.travelMinutes',
      'b.place',
      'b.contactName',
      'b.contactEmail',
      'b.contactPhone',
      'b.note',
      'b.bookedBy as bookedById',
      'by.name as bookedBy',
      'b.bookedAt',
      'w.acknowledgedAt',
      'b.confirmedAt',
      'b.cancelledAt',
      'b.cancelledWhy',
      'b.reportedAt',
      'b.sequence',
      'b.uid',
    ])
    .select(sql<MeetingForm>`b.form`.as('form'))
    .where('b.centreId', '=', ctx.centreId)
export type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>

export const meetingById = (ctx: Ctx, id: number): Promise<MeetingRow | undefined> =>
  meetings(ctx).where('b.id', '=', id).executeTakeFirst()
export const meetingOf = (ctx: Ctx, origin: Origin): Promise<MeetingRow | undefined> =>
  meetings(ctx)
    .where('b.originKind', '=', origin.kind)
    .where('b.originId', '=', origin.id)
    .where('b.cancelledAt', 'is', null)
    .executeTakeFirst()
export const meetingsBetween = (
  ctx: Ctx,
  from: string,
  to: string,
  personIds: readonly number[],
): Promise<MeetingRow[]> =>
  meetings(ctx)
    .where('b.startsAt', '<', to)
    .where('b.endsAt', '>', from)
    .where('w.personId', '=', sql<number>`any(${personIds})`)
    .where('b.cancelledAt', 'is', null)
    .orderBy('b.startsAt')
    .orderBy('b.id')
    .execute()
export const meetingsOfCompany = (ctx: Ctx, cvr: string): Promise<MeetingRow[]> =>
  meetings(ctx).where('b.cvr', '=', cvr).orderBy('b.startsAt', 'desc').execute()

/** Meetings that are agreed and have not begun: of someone, or with companies. */
export const meetingsAhead = (
  ctx: Ctx,
  of: { personId: number } | { companyIds: readonly number[] },
): Promise<MeetingRow[]> =>
  meetings(ctx)
    .where('b.cancelledAt', 'is', null)
    .where('b.startsAt', '>', ctx.at)
    .where((eb) =>
      'personId' in of ? eb('w.personId', '=', of.personId) : eb('b.companyId', 'in', [0, ...of.companyIds]),
    )
    .orderBy('b.startsAt')
    .execute()

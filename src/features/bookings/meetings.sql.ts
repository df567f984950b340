/** Meetings as they are read: a row each with everything a calendar shows, led by who goes first, and all who go in order. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { ofPlace } from '../leaderships/leaderships.ts'
import type { Origin } from './bookings.sql.ts'
import type { OwnPlaces } from './places.sql.ts'

export type Visitor = {
  personId: number
  name: string
  school: string | null
  email: string
  language: string
  travelMinutes: number
  travelKnown: boolean
  acknowledgedAt: string | null
  /** Has left, and goes no more: another is to go. */
  releasedAt: string | null
  /** Why he came along later, though his field has nothing to do with the company. */
  chosenWhy: string | null
}
const moment = (column: 'acknowledged_at' | 'released_at') =>
  sql`to_char(${sql.ref(`g.${column}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
/** All who go to meeting `b`, in order. Moments look as everywhere else: inside JSON the database writes them its own way. */
const visitors = sql<Visitor[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('personId', g.person_id, 'name', m.name, 'school', m.school, 'email', m.email,
    'language', m.language, 'travelMinutes', g.travel_minutes, 'travelKnown', g.travel_known,
    'acknowledgedAt', ${moment('acknowledged_at')}, 'releasedAt', ${moment('released_at')}, 'chosenWhy', g.chosen_why) order by g.position), '[]')
  from booking_visitor g join member_ever m on m.centre_id = g.centre_id and m.person_id = g.person_id
  where g.centre_id = b.centre_id and g.booking_id = b.id)`

/** What became of the latest mail that brought meeting `b` to the company. */
const mail = sql<'waits' | 'sent' | 'lost' | null>`(
  select case when l.lost then 'lost' when l.sent_at is not null then 'sent' when l.given_up_at is null then 'waits' end
  from mail_brought l where l.centre_id = b.centre_id and l.brings = 'meeting' and l.brings_id = b.id order by l.mail_id desc limit 1)`

const meetings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('booking as b')
    .innerJoin('bookingVisitor as w', (join) =>
      join.onRef('w.centreId', '=', 'b.centreId').onRef('w.bookingId', '=', 'b.id').on('w.position', '=', 1),
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
      'p.phone as consultantPhone',
      'p.school',
      'b.startsAt',
      'b.endsAt',
      'w.travelMinutes',
      'w.travelKnown',
      'b.place',
      'b.contactName',
      'b.companyPersonId',
      'b.contactEmail',
      'b.contactPhone',
      'b.note',
      'b.chosenWhy',
      'b.bookedBy as bookedById',
      'by.name as bookedBy',
      'b.bookedAt',
      'w.acknowledgedAt',
      'b.confirmedAt',
      'b.cancelledAt',
      'b.cancelledWhy',
      'b.reportedAt',
      'b.notMetAt',
      'b.sequence',
      'b.uid',
      'b.organizerName',
      'b.organizerEmail',
    ])
    .select([sql<MeetingForm>`b.form`.as('form'), sql<OwnPlaces>`b.own_places`.as('ownPlaces')])
    .select(visitors.as('visitors'))
    .select(mail.as('mail'))
    .where('b.centreId', '=', ctx.centreId)
export type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>

/** Whether one of these people goes to meeting `b`. */
const goes = (personIds: readonly number[]) =>
  sql<boolean>`exists (select from booking_visitor g where g.centre_id = b.centre_id and g.booking_id = b.id and g.person_id = any(${personIds}))`

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
    .where(goes(personIds))
    .where('b.cancelledAt', 'is', null)
    .orderBy('b.startsAt')
    .orderBy('b.id')
    .execute()
export const meetingsOfCompany = (ctx: Ctx, companyId: number): Promise<MeetingRow[]> =>
  meetings(ctx).where(ofPlace('b', companyId)).orderBy('b.startsAt', 'desc').execute()

/** Meetings that are agreed and have not begun: of someone, or with companies. */
export const meetingsAhead = (
  ctx: Ctx,
  of: { personId: number } | { companyIds: readonly number[] },
): Promise<MeetingRow[]> =>
  meetings(ctx)
    .where('b.cancelledAt', 'is', null)
    .where('b.startsAt', '>', ctx.at)
    .where((eb) => ('personId' in of ? goes([of.personId]) : eb('b.companyId', 'in', [0, ...of.companyIds])))
    .orderBy('b.startsAt')
    .execute()

/** Those of the visitors who still go. */
export const goersOf = ({ visitors: all }: Pick<MeetingRow, 'visitors'>): Visitor[] =>
  all.filter(({ releasedAt }) => releasedAt === null)

/** He goes to none of the meetings ahead any more; they stand, and wait for another. */
export const releaseVisitor = async (ctx: Ctx, personId: number): Promise<void> => {
  await ctx.db
    .updateTable('bookingVisitor as w')
    .from('booking as b')
    .set({ releasedAt: ctx.at })
    .where('w.centreId', '=', ctx.centreId)
    .where('w.personId', '=', personId)
    .where('w.releasedAt', 'is', null)
    .whereRef('b.centreId', '=', 'w.centreId')
    .whereRef('b.id', '=', 'w.bookingId')
    .where('b.cancelledAt', 'is', null)
    .where('b.startsAt', '>', ctx.at)
    .execute()
}

/** The meeting that the one judge knows of, if the place has one, or whoever answers for it. */
export const openMeetingOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('hindranceNow as h')
    .innerJoin('booking as b', (join) => join.onRef('b.centreId', '=', 'h.centreId').onRef('b.id', '=', 'h.sourceId'))
    .select(['b.id', 'b.startsAt'])
    .where('h.centreId', '=', ctx.centreId)
    .where('h.companyId', '=', companyId)
    .where('h.kind', '=', 'meeting')
    .orderBy('b.startsAt')
    .executeTakeFirst()

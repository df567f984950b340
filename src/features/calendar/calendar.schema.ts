/** The calendar: who works when, is away when, and meets whom. */
import { CalendarDate, DayToLookFrom, endpoint, Moment, z } from '#platform/endpoint'
import { calendarReaders } from '../centre/roles.ts'
import { CalendarPerson } from '../diaries/diaries.schema.ts'
import { Booking } from '../bookings/bookings.schema.ts'

export const showCalendar = endpoint({
  name: 'showCalendar',
  method: 'GET',
  path: '/api/calendar',
  summary: 'Meetings, working hours and absences of some days',
  can: calendarReaders,
  query: z.object({
    /** Without: the Monday of `opensOn`. */
    from: z.optional(DayToLookFrom),
    days: z._default(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(31)), 7),
    /** `usual`: mine for who has visits for a job, else everyone's; the answer says which it was. */
    who: z._default(z.enum(['mine', 'all', 'usual']), 'mine'),
  }),
  answer: z.object({
    who: z.enum(['mine', 'all']),
    /** The first day, from today on, on which the centre works. */
    opensOn: CalendarDate,
    people: z.array(CalendarPerson),
    /** Days on which one of them does not work, and why: a holiday, or that the centre or the school is closed. */
    daysOff: z.array(z.object({ personId: z.int(), date: CalendarDate, why: z.string() })),
    bookings: z.array(Booking),
    /** Days at partners, visits of theirs that someone goes along to, and what people come together for. */
    beside: z.array(
      z.object({
        kind: z.enum(['presence-day', 'joint-visit', 'gathering']),
        /** Null: a visit of a colleague, who alone opens it. */
        id: z.nullable(z.int()),
        personId: z.int(),
        /** The partner, or what they come together for. */
        what: z.string(),
        company: z.nullable(z.string()),
        startsAt: Moment,
        endsAt: Moment,
        travelMinutes: z.int(),
      }),
    ),
  }),
})

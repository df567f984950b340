/** Consultants' calendars: working hours, absences, and who is where. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Nothing, TimeOfDay, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'
import { Booking, ById, calendarReaders } from './bookings.schema.ts'

/** ISO weekday, 1 is Monday; wall-clock times in Europe/Copenhagen. */
export const Hours = named(
  'Hours',
  z.object({ weekday: z.int().check(z.minimum(1), z.maximum(7)), from: TimeOfDay, to: TimeOfDay }),
)
export const Absence = named(
  'Absence',
  z.object({
    id: z.int(),
    personId: z.int(),
    startsAt: Moment,
    endsAt: Moment,
    note: z.string(),
    can: z.object({ remove: z.boolean() }),
  }),
)
export const CalendarPerson = named(
  'CalendarPerson',
  z.object({
    personId: z.int(),
    name: z.string(),
    school: z.nullable(z.string()),
    me: z.boolean(),
    hours: z.array(Hours),
    absences: z.array(Absence),
    can: z.object({ changeHours: z.boolean() }),
  }),
)
export const showCalendar = endpoint({
  name: 'showCalendar',
  method: 'GET',
  path: '/api/calendar',
  summary: 'Meetings, working hours and absences of some days',
  can: calendarReaders,
  query: z.object({
    from: CalendarDate,
    days: z._default(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(31)), 7),
    /** `usual`: mine for who has visits for a job, else everyone's; the answer says which it was. */
    who: z._default(z.enum(['mine', 'all', 'usual']), 'mine'),
  }),
  answer: z.object({ who: z.enum(['mine', 'all']), people: z.array(CalendarPerson), bookings: z.array(Booking) }),
})
export const changeWorkingHours = endpoint({
  name: 'changeWorkingHours',
  method: 'PUT',
  path: '/api/working-hours/{personId}',
  summary: 'When a consultant can visit, week by week',
  can: visitors,
  params: z.object({ personId: Id }),
  body: z.object({ hours: z.array(Hours).check(z.maxLength(28)) }),
  answer: z.object({ hours: z.array(Hours) }),
  problems: ['not-found', 'not-allowed', 'wrong-input'],
})
export const addAbsence = endpoint({
  name: 'addAbsence',
  method: 'POST',
  path: '/api/absences',
  summary: 'A consultant is away',
  can: visitors,
  status: 201,
  body: z.object({
    personId: z.optional(z.int()),
    startsAt: Moment,
    endsAt: Moment,
    note: z._default(MaybeWords(200), ''),
  }),
  answer: z.extend(Absence, { bookingsInside: z.int() }),
  problems: ['not-found', 'not-allowed', 'wrong-input'],
})
export const removeAbsence = endpoint({
  name: 'removeAbsence',
  method: 'DELETE',
  path: '/api/absences/{id}',
  summary: 'The consultant is not away after all',
  can: visitors,
  params: ById,
  answer: Nothing,
  problems: ['not-found', 'not-allowed'],
})

/** Consultants' working hours and absences. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Nothing, TimeOfDay, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'

/** How people meet: at the company, on a screen, by phone. Only a visit has driving. */
export const meetingForms = ['visit', 'online', 'phone'] as const
export const MeetingForm = z.enum(meetingForms)
export type MeetingForm = z.infer<typeof MeetingForm>

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
    /** Taken in a calendar elsewhere: when, never what. */
    elsewhere: z.array(z.object({ startsAt: Moment, endsAt: Moment })),
    can: z.object({ changeHours: z.boolean() }),
  }),
)
/** A consultant's day as a caller may see it: that there is something, never what. */
export const DayOfWork = named(
  'DayOfWork',
  z.object({
    personId: z.int(),
    date: CalendarDate,
    from: Moment,
    to: Moment,
    busy: z.array(z.object({ from: Moment, to: Moment, kind: z.enum(['busy', 'travel']) })),
  }),
)
export const changeWorkingHours = endpoint({
  name: 'changeWorkingHours',
  method: 'PUT',
  path: '/api/working-hours/{personId}',
  summary: 'When a consultant can visit, week by week',
  can: visitors,
  params: z.object({ personId: Id }),
  body: z.object({ hours: z.array(Hours).check(z.maxLength(28)) }),
  answer: z.object({ hours: z.array(Hours) }),
  problems: ['not-found', 'wrong-input'],
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
  problems: ['not-found', 'wrong-input'],
})
export const removeAbsence = endpoint({
  name: 'removeAbsence',
  method: 'DELETE',
  path: '/api/absences/{id}',
  summary: 'The consultant is not away after all',
  can: visitors,
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['not-found'],
})

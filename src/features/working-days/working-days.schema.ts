/** When the centre calls, and the days on which nobody works. */
import { CalendarDate, endpoint, Id, named, Nothing, TimeOfDay, Words, z } from '#platform/endpoint'
import { leaders, settlers } from '../centre/roles.ts'

/** Hours by which a centre calls until it has chosen, Monday to Friday. */
export const usualHours = { from: 8, to: 16 }

/** Days on which Danish schools and workplaces are closed every year. */
export const holidays = [
  'new-year',
  'maundy-thursday',
  'good-friday',
  'easter',
  'easter-monday',
  'prayer-day',
  'ascension',
  'whitsun',
  'whit-monday',
  'constitution-day',
  'christmas-eve',
  'christmas',
  'boxing-day',
  'new-years-eve',
] as const
export type Holiday = (typeof holidays)[number]

/** ISO weekday, 1 is Monday; wall-clock times in Denmark. One stretch a day, none on a day without calls. */
export const CallingHours = named(
  'CallingHours',
  z.array(z.object({ weekday: z.int().check(z.minimum(1), z.maximum(7)), from: TimeOfDay, to: TimeOfDay })),
)
export const ClosedDays = named(
  'ClosedDays',
  z.object({
    id: z.int(),
    from: CalendarDate,
    to: CalendarDate,
    name: z.string(),
    /** Whose; null: the whole centre's. */
    school: z.nullable(z.object({ id: z.int(), name: z.string() })),
    can: z.object({ remove: z.boolean() }),
  }),
)
export const showWorkingDays = endpoint({
  name: 'showWorkingDays',
  method: 'GET',
  path: '/api/working-days',
  summary:
    'When the centre calls, the public holidays of a year from today, and what the centre and its schools have closed',
  can: 'anyone',
  answer: z.object({
    callingHours: CallingHours,
    holidays: z.array(z.object({ on: CalendarDate, name: z.enum(holidays) })),
    closed: z.array(ClosedDays),
    /** `closes`: for the whole centre and any school, or the own school only. */
    can: z.object({ changeHours: z.boolean(), closes: z.nullable(z.enum(['centre', 'school'])) }),
  }),
})
export const changeCallingHours = endpoint({
  name: 'changeCallingHours',
  method: 'PUT',
  path: '/api/calling-hours',
  summary: 'When the centre calls, week by week',
  can: settlers,
  body: z.object({ hours: CallingHours.check(z.minLength(1), z.maxLength(7)) }),
  answer: z.object({ hours: CallingHours }),
  problems: ['wrong-input'],
})
export const addClosedDays = endpoint({
  name: 'addClosedDays',
  method: 'POST',
  path: '/api/closed-days',
  summary: 'Close the centre, or a school, for some days',
  can: [...settlers, ...leaders],
  status: 201,
  body: z.object({
    from: CalendarDate,
    to: CalendarDate,
    name: Words(100),
    /** Whose; without it the whole centre's, and for a leader the own school's. */
    schoolId: z.optional(z.nullable(Id)),
  }),
  answer: ClosedDays,
  problems: ['wrong-input', 'not-found'],
})
export const removeClosedDays = endpoint({
  name: 'removeClosedDays',
  method: 'DELETE',
  path: '/api/closed-days/{id}',
  summary: 'Work on these days after all',
  can: [...settlers, ...leaders],
  params: z.object({ id: Id }),
  answer: Nothing,
  problems: ['not-found'],
})

/** When there is no room left for meetings at the pace of the last working days. */
import { CalendarDate, endpoint, named, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'

/** A pace is that of so many working days before today; farther back is another time of year. */
export const lookedBack = 10

export const Forecast = named(
  'Forecast',
  z.object({
    /** `full` now; `on` a day; `lasts` as far as is looked; `known-until` the numbers end; `unknown` yet. */
    state: z.enum(['full', 'on', 'lasts', 'known-until', 'unknown']),
    /** Told of meetings of this kind, since it is what is full first; null: of all. */
    form: z.nullable(MeetingForm),
    /** The day on which it is full, or as far as it lasts or is known. */
    day: z.nullable(CalendarDate),
    /** So many working days from today. */
    workdays: z.nullable(z.int()),
    /** What it rests on; null: of too few who visit to be told. */
    rests: z.nullable(
      z.object({
        /** Meetings agreed on the last working days, and how many days. */
        booked: z.int(),
        days: z.int(),
        /** Free in the weeks that are promised; null: somebody has no number. */
        free: z.nullable(z.int()),
        why: z.nullable(z.enum(['not-agreed', 'few-days', 'few-meetings'])),
      }),
    ),
  }),
)
export const showForecast = endpoint({
  name: 'showForecast',
  method: 'GET',
  path: '/api/capacity/forecast',
  summary: 'When there is no room left at this pace: of all for who runs the centre, of each school for itself',
  can: staff,
  /** For meetings of which kind; without, for visits, as lists are called for. */
  query: z.object({ form: z.optional(MeetingForm) }),
  answer: z.object({
    /** Of all together; null for who does not run the centre. */
    all: z.nullable(Forecast),
    /** `id` null: those of the centre. */
    schools: z.array(z.object({ id: z.nullable(z.int()), name: z.nullable(z.string()), forecast: Forecast })),
    /** So many weeks, this one counted, are promised on the phone. */
    horizon: z.int(),
    form: MeetingForm,
    /** Kinds that somebody seen here has a limit for. */
    limited: z.array(MeetingForm),
  }),
})

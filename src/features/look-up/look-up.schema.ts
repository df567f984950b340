/** All schools' classes to come in one answer, small enough to be along where there is no network. */
import { CalendarDate, endpoint, Moment, named, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'
import { classStates } from '../catalogue/catalogue.schema.ts'
import { fieldCodes } from '../enquiries/enquiry-words.table.ts'

/** More than the schools of a centre have to come; the soonest count. */
export const mostClasses = 5000

export const OfferedClass = z.object({
  id: z.int(),
  /** Its place in `providers`. */
  provider: z.int(),
  startsOn: CalendarDate,
  signUpBy: z.nullable(CalendarDate),
  days: z.nullable(z.number()),
  hours: z.nullable(z.string()),
  town: z.nullable(z.string()),
  /** Kroner a participant, of this class. */
  price: z.nullable(z.number()),
  state: z.enum(classStates),
  needs: z.int(),
  /** Places that were left; null: the portal does not say how many there are. */
  places: z.nullable(z.int()),
})
export const OfferedCourse = z.object({
  kind: z.string(),
  code: z.string(),
  title: z.string(),
  /** Soonest first, whoever holds it. */
  classes: z.array(OfferedClass),
})
export const LookUp = named(
  'LookUp',
  z.object({
    /** When the portal's newest file came in; null: nobody knows. */
    importedAt: z.nullable(Moment),
    courses: z.array(OfferedCourse),
    providers: z.array(
      z.object({
        name: z.string(),
        /** Of the school that it is, who visits companies; none of one that is no school of the centre. */
        people: z.array(
          z.object({
            name: z.string(),
            phone: z.nullable(z.string()),
            /** What he, or she, knows; nothing said: nothing. */
            fields: z.array(z.enum(fieldCodes)),
            trades: z.int(),
          }),
        ),
      }),
    ),
    /** There are more classes than are carried along: the last ones are left out. */
    cut: z.boolean(),
  }),
)
export type LookUp = z.output<typeof LookUp>
export type OfferedCourse = z.output<typeof OfferedCourse>
export type OfferedClass = z.output<typeof OfferedClass>

export const showLookUp = endpoint({
  name: 'showLookUp',
  method: 'GET',
  path: '/api/look-up',
  summary: 'All schools’ classes to come by course, and whom to ask',
  can: visitors,
  answer: LookUp,
})

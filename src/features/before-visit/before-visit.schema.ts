/** What is known before a visit, for those who go: one answer, carried along to where there is no network. */
import { CalendarDate, endpoint, Id, Moment, named, z } from '#platform/endpoint'
import { showBooking } from '../bookings/bookings.schema.ts'
import { visitors } from '../centre/roles.ts'
import { CompanyCard } from '../companies/one-company.schema.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'
import { Guide, Occasion, Question } from '../guides/guides.schema.ts'
import { OfferedClass } from '../look-up/look-up.schema.ts'

const Met = z.object({
  id: z.nullable(z.int()),
  name: z.string(),
  title: z.string(),
  note: z.string(),
  /** Only those ways that he allows. */
  phone: z.nullable(z.string()),
  mail: z.nullable(z.string()),
  /** The meeting was agreed with him. */
  agreed: z.boolean(),
})
/** A course that may answer them, and the next class of it, whoever holds it. */
const Offer = z.object({
  kind: z.string(),
  title: z.string(),
  next: OfferedClass,
  school: z.string(),
  /** How many schools hold it. */
  schools: z.int(),
  /** Their own sentence that it answers; null: they have not said it. */
  answers: z.nullable(z.string()),
})
export const BeforeVisit = named(
  'BeforeVisit',
  z.object({
    bookingId: z.int(),
    companyId: z.int(),
    company: z.string(),
    ...z.pick(CompanyCard, {
      ...{ street: true, town: true, postalCode: true, industryText: true, form: true },
      ...{ employees: true, employeesFrom: true, employeesTo: true, standing: true },
    }).shape,
    /** It has said stop, or is closed: in a sentence each. */
    warnings: z.array(z.string()),
    startsAt: Moment,
    endsAt: Moment,
    meetingForm: MeetingForm,
    place: z.string(),
    cancelledAt: z.nullable(Moment),
    /** Minutes of who asks; null: nobody drives, or nobody knows. */
    driving: z.nullable(z.int()),
    visitors: z.array(
      z.object({ personId: z.int(), name: z.string(), school: z.nullable(z.string()), learns: z.boolean() }),
    ),
    people: z.array(Met),
    /** What they said last on the phone. */
    said: z.nullable(z.object({ words: z.string(), who: z.nullable(z.string()), at: Moment })),
    /** Who else of us knows them: has them, or was there. */
    knows: z.array(z.object({ name: z.string(), school: z.nullable(z.string()), has: z.boolean() })),
    visits: z.array(
      z.object({ id: z.int(), visitedAt: Moment, by: z.string(), about: z.string(), needs: z.array(z.string()) }),
    ),
    promises: z.array(
      z.object({
        ...{ id: z.int(), what: z.string(), owner: z.string(), dueOn: CalendarDate, late: z.boolean() },
        promisedBy: z.enum(['us', 'company']),
      }),
    ),
    notes: z.array(
      z.object({ words: z.string(), who: z.string(), visibility: z.enum(['centre', 'school', 'personal']) }),
    ),
    /** For the two who go. */
    aim: z.nullable(z.object({ learner: z.string(), words: z.string() })),
    guide: z.pick(Guide, { id: true, questions: true }),
    occasion: Occasion,
    trade: Question.shape.trade,
    offers: z.array(Offer),
    /** As of when offers stand. */
    offersAt: z.nullable(Moment),
  }),
)
export type BeforeVisit = z.output<typeof BeforeVisit>

export const showBeforeVisit = endpoint({
  name: 'showBeforeVisit',
  method: 'GET',
  path: '/api/bookings/{id}/before',
  within: showBooking,
  summary: 'What is known before a visit: whom, what was said, what to ask, and last what may answer them',
  can: visitors,
  params: z.object({ id: Id }),
  answer: BeforeVisit,
  problems: ['not-found', 'visit-of-others'],
})

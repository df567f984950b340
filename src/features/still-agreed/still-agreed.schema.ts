/** A company said stop, closed or went bankrupt: what was agreed with it, and whether that still holds. */
import { CalendarDate, endpoint, Id, Moment, named, Words, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'

export const subjects = [
  'meeting',
  'promise',
  'regular-contact',
  'open-need',
  'new-time',
  'call-back',
  'wants-visit',
  'later',
] as const
/** Agreed on the phone: nobody calls any more, so it becomes somebody's promise, or lapses. */
export const spoken = ['call-back', 'wants-visit', 'later'] as const
export const againsts = ['stop', 'closed', 'ceased', 'bankrupt', 'being-dissolved'] as const
export const StillOpen = named(
  'StillOpen',
  z.object({
    subject: z.enum(subjects),
    subjectId: z.int(),
    /** What it is: the words of a promise, the moment of a meeting. */
    what: z.nullable(z.string()),
    at: z.nullable(Moment),
    dueOn: z.nullable(CalendarDate),
    /** Who has it; null: the coordinators. */
    who: z.nullable(z.string()),
    against: z.enum(againsts),
    since: Moment,
    /** Somebody has said that it is still agreed. */
    said: z.nullable(z.object({ by: z.string(), at: Moment, words: z.string() })),
    /** `lapse`: it can be said that it lapses. */
    can: z.object({ say: z.boolean(), lapse: z.boolean() }),
  }),
)
export const listStillOpen = endpoint({
  name: 'listStillOpen',
  method: 'GET',
  path: '/api/still-open',
  summary: 'What stands open with a company that wants no contact, or does not go on',
  can: staff,
  query: z.object({ companyId: Id }),
  answer: z.object({ rows: z.array(StillOpen) }),
})
export const sayStillAgreed = endpoint({
  name: 'sayStillAgreed',
  method: 'POST',
  path: '/api/still-open',
  summary: 'It is still agreed, and who of the company said so; a call-back is a promise of who says it from then on',
  can: staff,
  status: 201,
  body: z.object({ companyId: z.int(), subject: z.enum(subjects), subjectId: z.int(), words: Words(300) }),
  answer: StillOpen,
  problems: ['not-found', 'not-allowed'],
})
export const sayLapsed = endpoint({
  name: 'sayLapsed',
  method: 'POST',
  path: '/api/still-open/lapses',
  summary: 'What was agreed on the phone lapses, and why',
  can: staff,
  status: 201,
  body: z.object({ companyId: z.int(), subject: z.enum(spoken), subjectId: z.int(), words: Words(300) }),
  answer: z.object({ subject: z.enum(spoken), subjectId: z.int() }),
  problems: ['not-found', 'not-allowed'],
})

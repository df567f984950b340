import { CalendarDate, endpoint, Id, Moment, named, Words, z } from '#platform/endpoint'
import { coordinators, staff, visitors } from '../centre/roles.ts'

/** Why a company is left alone: what it answered, or `no-answer`, a rest after several tries. */
export const waitReasons = ['later', 'not-interested', 'no-answer', 'wrong-number', 'closed', 'do-not-contact'] as const
export const WaitOrigin = z.enum(['call', 'link', 'staff'])
const givenByStaff = z.enum(['later', 'not-interested', 'do-not-contact', 'wrong-number', 'closed'])
export const Wait = named(
  'Wait',
  z.object({
    id: z.int(),
    companyId: z.nullable(z.int()),
    reason: z.enum(waitReasons),
    from: CalendarDate,
    /** First day the company may be called again; null: until someone lifts it. */
    until: z.nullable(CalendarDate),
    source: WaitOrigin,
    setBy: z.nullable(z.string()),
    setAt: Moment,
    words: z.string(),
    /** Where it was said. */
    saidAt: z.nullable(z.int()),
    /** True: said of the whole company. False: of this place alone. Null: as far as one leadership reaches. */
    whole: z.nullable(z.boolean()),
    liftedAt: z.nullable(Moment),
    liftedBy: z.nullable(z.string()),
    liftedWhy: z.nullable(z.string()),
    /** `undoLift`: what it came of counts still. */
    can: z.object({ lift: z.boolean(), undoLift: z.boolean() }),
  }),
)
export const listWaits = endpoint({
  name: 'listWaits',
  method: 'GET',
  path: '/api/companies/{companyId}/waiting-periods',
  summary: 'When a company has been, and is, left alone',
  can: staff,
  params: z.object({ companyId: Id }),
  answer: z.object({ rows: z.array(Wait) }),
  problems: ['not-found'],
})
export const giveWait = endpoint({
  name: 'giveWait',
  method: 'POST',
  path: '/api/companies/{companyId}/waiting-periods',
  summary: 'Leave a company alone, at all schools',
  can: visitors,
  status: 201,
  params: z.object({ companyId: Id }),
  /** `wholeCompany`: it was said aloud of all workplaces, also where the leadership is shared. */
  body: z.object({ reason: givenByStaff, words: Words(300), wholeCompany: z.optional(z.boolean()) }),
  answer: Wait,
  problems: ['not-found'],
})
export const liftWait = endpoint({
  name: 'liftWait',
  method: 'POST',
  path: '/api/waiting-periods/{id}/lifts',
  summary: 'The company may be contacted again, with the reason',
  can: coordinators,
  status: 201,
  params: z.object({ id: Id }),
  body: z.object({ why: Words(300) }),
  answer: Wait,
  problems: ['not-found', 'already-lifted'],
})
export const undoLift = endpoint({
  name: 'undoLift',
  method: 'DELETE',
  path: '/api/waiting-periods/{id}/lifts',
  summary: 'The company is left alone after all',
  can: coordinators,
  params: z.object({ id: Id }),
  answer: Wait,
  problems: ['not-found', 'already-corrected'],
})

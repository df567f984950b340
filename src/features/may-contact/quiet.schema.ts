import { CalendarDate, endpoint, Id, Moment, named, Words, z } from '#platform/endpoint'
import { coordinators, staff, visitors } from '../centre/roles.ts'

export const quietReasons = ['later', 'not-interested', 'do-not-contact', 'wrong-number', 'closed'] as const
export const Quiet = named(
  'Quiet',
  z.object({
    id: z.int(),
    companyId: z.nullable(z.int()),
    reason: z.enum(['later', 'not-interested', 'no-answer', 'wrong-number', 'closed', 'do-not-contact']),
    from: CalendarDate,
    /** First day the company may be called again; null: until someone lifts it. */
    until: z.nullable(CalendarDate),
    source: z.enum(['call', 'link', 'staff']),
    setBy: z.nullable(z.string()),
    setAt: Moment,
    words: z.string(),
    liftedAt: z.nullable(Moment),
    liftedBy: z.nullable(z.string()),
    liftedWhy: z.nullable(z.string()),
    can: z.object({ lift: z.boolean() }),
  }),
)
export const listQuiet = endpoint({
  name: 'listQuiet',
  method: 'GET',
  path: '/api/companies/{companyId}/waiting-periods',
  summary: 'When a company has been, and is, left in peace',
  can: staff,
  params: z.object({ companyId: Id }),
  answer: z.object({ rows: z.array(Quiet) }),
  problems: ['not-found'],
})
export const setQuiet = endpoint({
  name: 'setQuiet',
  method: 'POST',
  path: '/api/companies/{companyId}/waiting-periods',
  summary: 'Leave a company in peace, at all schools',
  can: visitors,
  status: 201,
  params: z.object({ companyId: Id }),
  body: z.object({ reason: z.enum(quietReasons), words: Words(300) }),
  answer: Quiet,
  problems: ['not-found'],
})
export const liftQuiet = endpoint({
  name: 'liftQuiet',
  method: 'POST',
  path: '/api/waiting-periods/{id}/lifts',
  summary: 'The company may be contacted again, with the reason',
  can: coordinators,
  status: 201,
  params: z.object({ id: Id }),
  body: z.object({ why: Words(300) }),
  answer: Quiet,
  problems: ['not-found', 'already-lifted'],
})
export const undoLift = endpoint({
  name: 'undoLift',
  method: 'DELETE',
  path: '/api/waiting-periods/{id}/lifts',
  summary: 'The company is left in peace after all',
  can: coordinators,
  params: z.object({ id: Id }),
  answer: Quiet,
  problems: ['not-found'],
})

/** A meeting was called off, or nobody was there: a new time is found with the company, or it is said why not. */
import { endpoint, Id, Moment, named, Words, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'

export const whys = ['cancelled', 'cancelled-by-company', 'not-met'] as const
export const NewTime = named(
  'NewTime',
  z.object({
    id: z.int(),
    companyId: z.int(),
    company: z.string(),
    /** When the meeting was that it takes the place of. */
    wasAt: Moment,
    why: z.enum(whys),
    /** Who finds it; null: the coordinators. */
    who: z.nullable(z.string()),
    can: z.object({ take: z.boolean(), leave: z.boolean() }),
  }),
)
export const listNewTimes = endpoint({
  name: 'listNewTimes',
  method: 'GET',
  path: '/api/new-times',
  summary: 'Meetings of a company for which a new time is to be found',
  can: visitors,
  query: z.object({ companyId: Id }),
  answer: z.object({ rows: z.array(NewTime) }),
})
export const takeNewTime = endpoint({
  name: 'takeNewTime',
  method: 'POST',
  path: '/api/new-times/{id}/takings',
  summary: 'I find the new time',
  can: visitors,
  status: 201,
  params: z.object({ id: Id }),
  answer: NewTime,
  problems: ['not-found', 'not-allowed'],
})
export const leaveNewTime = endpoint({
  name: 'leaveNewTime',
  method: 'POST',
  path: '/api/new-times/{id}/endings',
  summary: 'No new time is found, and why',
  can: visitors,
  status: 201,
  params: z.object({ id: Id }),
  body: z.object({ why: Words(300) }),
  answer: NewTime,
  problems: ['not-found', 'not-allowed'],
})

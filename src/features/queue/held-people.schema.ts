/** People of the company under call, and no other. */
import { endpoint, Id, z } from '#platform/endpoint'
import { callers } from '../centre/roles.ts'
import { CompanyPerson, PersonForm } from '../company-people/company-people.schema.ts'

export const listHeldPeople = endpoint({
  name: 'listHeldPeople',
  method: 'GET',
  path: '/api/calls/holds/mine/people',
  summary: 'Who works at the company I have under call',
  can: callers,
  query: z.object({ companyId: Id }),
  /** Nobody, when it is under call no more. */
  answer: z.object({ rows: z.array(CompanyPerson), centre: z.string() }),
})
export const addHeldPerson = endpoint({
  name: 'addHeldPerson',
  method: 'POST',
  path: '/api/calls/holds/mine/people',
  summary: 'Someone at the company I have under call; the coordinators tell him, unless I have',
  can: callers,
  status: 201,
  body: z.object({ ...PersonForm, companyId: z.int(), told: z._default(z.boolean(), false) }),
  answer: CompanyPerson,
  problems: ['not-your-call', 'union-title'],
})
export const correctHeldPerson = endpoint({
  name: 'correctHeldPerson',
  method: 'PUT',
  path: '/api/calls/holds/mine/people/{personId}',
  summary: 'Correct what stands of someone at the company I have under call',
  can: callers,
  params: z.object({ personId: Id }),
  body: z.object({ ...PersonForm, version: z.int() }),
  answer: CompanyPerson,
  problems: ['not-your-call', 'not-found', 'union-title', 'changed-meanwhile'],
})

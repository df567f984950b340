/** What a caller writes down of the company under call: its number and its people, and no other's; and the numbers that nobody knows. */
import { endpoint, Id, named, Nothing, z } from '#platform/endpoint'
import { CallLanguage } from '../call-centres/languages.schema.ts'
import { callers } from '../centre/roles.ts'
import { CompanyPerson, CorrectedPerson, PersonForm } from '../company-people/company-people.schema.ts'
import { NumberForm } from '../phone-numbers/phone-numbers.schema.ts'

const Found = z.pick(z.object(NumberForm), { phone: true, source: true, saidOn: true })
export const correctNumber = endpoint({
  name: 'correctNumber',
  method: 'PUT',
  path: '/api/calls/holds/mine/number',
  summary: 'The number is wrong: this is the right one, and the call goes on with it',
  can: callers,
  body: z.extend(Found, { companyId: z.int() }),
  /** `held` false: nobody may call that number now, and the company is under call no more. */
  answer: z.object({ phone: z.nullable(z.string()), held: z.boolean() }),
  problems: ['not-your-call', 'number-changed'],
})
export const sayHeldLanguage = endpoint({
  name: 'sayHeldLanguage',
  method: 'PUT',
  path: '/api/calls/holds/mine/language',
  summary: 'The company I have under call is called in this language from now on; null: in Danish',
  can: callers,
  body: z.object({ companyId: z.int(), language: z.nullable(CallLanguage) }),
  /** `mine` false: I do not speak it, and others call it from now on; who of those that call the list does, where it is on one. */
  answer: z.object({ mine: z.boolean(), speakers: z.array(z.string()) }),
  problems: ['not-your-call'],
})
export const takeBackHeldLanguage = endpoint({
  name: 'takeBackHeldLanguage',
  method: 'DELETE',
  path: '/api/calls/languages/{companyId}',
  summary: 'What I said today of a company’s language was a mistake',
  can: callers,
  params: z.object({ companyId: Id }),
  answer: Nothing,
  problems: ['not-found'],
})
export const Numberless = named(
  'Numberless',
  z.object({
    companyId: z.int(),
    name: z.string(),
    street: z.nullable(z.string()),
    town: z.nullable(z.string()),
    industry: z.nullable(z.string()),
    website: z.nullable(z.string()),
  }),
)
export const listNumberless = endpoint({
  name: 'listNumberless',
  method: 'GET',
  path: '/api/calls/numberless',
  summary: 'Companies of a list that could be called if anybody knew their number',
  can: callers,
  query: z.object({ listId: Id }),
  answer: z.object({ rows: z.array(Numberless) }),
  problems: ['not-found'],
})
export const findNumber = endpoint({
  name: 'findNumber',
  method: 'PUT',
  path: '/api/calls/numberless/{companyId}',
  summary: 'The number of a company that had none: it joins the queue',
  can: callers,
  params: z.object({ companyId: Id }),
  body: Found,
  answer: z.object({ phone: z.nullable(z.string()) }),
  problems: ['not-found', 'number-changed'],
})

// ---- People of the company under call ------------------------------------------------------------------
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
  body: z.object(CorrectedPerson),
  answer: CompanyPerson,
  problems: ['not-your-call', 'not-found', 'union-title', 'changed-meanwhile'],
})

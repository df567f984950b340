/** Numbers, as callers meet them: the wrong one of the company under call, and those that nobody knows. */
import { endpoint, Id, named, z } from '#platform/endpoint'
import { callers } from '../centre/roles.ts'
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

/** What is next to call, why the others may not be called, and keeping what one has under call. */
import { CalendarDate, endpoint, Id, Moment, named, Nothing, z } from '#platform/endpoint'
import { callers } from '../centre/roles.ts'
import { callReasons } from '../may-contact/hindrance.schema.ts'
import { CompanyPerson, PersonForm } from '../company-people/company-people.schema.ts'
import { NumberForm } from '../phone-numbers/phone-numbers.schema.ts'

/** Why a company may not be called now, the heaviest reason first. */
export const hindrances = [
  ...callReasons,
  'no-phone',
  'answered',
  'under-call',
  'call-back',
  'no-answer',
  'skipped',
  'not-in-list',
] as const
export const Hindrance = named('Hindrance', z.enum(hindrances))
export const Size = {
  employees: z.nullable(z.int()),
  employeesFrom: z.nullable(z.int()),
  employeesTo: z.nullable(z.int()),
}
/** All that a caller may know of a company before it is taken. */
export const QueueRow = named(
  'QueueRow',
  z.object({
    companyId: z.int(),
    name: z.string(),
    town: z.nullable(z.string()),
    ...Size,
    industry: z.nullable(z.string()),
    /** An agreed call-back that is due. */
    dueAt: z.nullable(Moment),
    /** Calls without an answer since the last real one. */
    tries: z.int(),
  }),
)
export const Blocked = named(
  'Blocked',
  z.object({
    reason: Hindrance,
    count: z.int(),
    /** When the next of them may be called: a date, or a moment within the day. Null: not by itself. */
    nextOn: z.nullable(CalendarDate),
    nextAt: z.nullable(Moment),
  }),
)
export const CallingList = named(
  'CallingList',
  z.object({ id: z.int(), name: z.string(), ready: z.int(), total: z.int() }),
)
export const showQueue = endpoint({
  name: 'showQueue',
  method: 'GET',
  path: '/api/calls/queue',
  summary: 'What is next to call, how many are left, how many may not be called and why',
  can: callers,
  query: z.object({ listId: z.optional(Id) }),
  answer: z.object({
    lists: z.array(CallingList),
    /** The list shown: the one asked for, else the first with something to call. */
    listId: z.nullable(z.int()),
    called: z.int(),
    total: z.int(),
    ready: z.int(),
    next: z.array(QueueRow),
    blocked: z.array(Blocked),
    /** Asked to be contacted, and no time agreed yet. */
    wantsTime: z.int(),
    /** Outside the centre's calling hours: when they begin again. Null: it calls now. */
    opensAt: z.nullable(Moment),
  }),
  problems: ['not-found'],
})

// ---- Under call ----------------------------------------------------------------------------------------
export const renewHold = endpoint({
  name: 'renewHold',
  method: 'PUT',
  path: '/api/calls/holds/mine',
  summary: 'I am still in the call',
  can: callers,
  body: z.object({ companyId: z.int() }),
  answer: z.object({ expiresAt: Moment }),
  problems: ['not-your-call', 'may-not-call'],
})
export const skipCompany = endpoint({
  name: 'skipCompany',
  method: 'POST',
  path: '/api/calls/skips',
  summary: 'Leave the company I have under call to others for now',
  can: callers,
  status: 201,
  body: z.object({ companyId: z.int() }),
  answer: Nothing,
  problems: ['not-your-call'],
})
export const releaseHold = endpoint({
  name: 'releaseHold',
  method: 'DELETE',
  path: '/api/calls/holds/mine',
  summary: 'Take a pause: let go of the company I have under call',
  can: callers,
  answer: Nothing,
})

// ---- Numbers -------------------------------------------------------------------------------------------
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

// ---- People: of the company under call, and no other ------------------------------------------------------
export const listHeldPeople = endpoint({
  name: 'listHeldPeople',
  method: 'GET',
  path: '/api/calls/holds/mine/people',
  summary: 'Who works at the company I have under call',
  can: callers,
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

import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Page, PageQuery, Words, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'

export const PersonName = named(
  'PersonName',
  z.object({ id: z.int(), name: z.string(), school: z.nullable(z.string()) }),
)

// ---- Promises ----------------------------------------------------------------------------------------
export const Promised = named(
  'Promise',
  z.object({
    id: z.int(),
    companyId: z.int(),
    cvr: z.string(),
    company: z.string(),
    visitId: z.nullable(z.int()),
    what: z.string(),
    /** The company's own promise to us ("de sender en liste"): its owner follows it up, and it counts as none of ours. */
    promisedBy: z.enum(['us', 'company']),
    dueOn: CalendarDate,
    state: z.enum(['open', 'kept', 'dropped']),
    /** Whole days past the date while it is open; 0 otherwise. */
    daysLate: z.int(),
    owner: PersonName,
    /** The owner is no longer in the centre: someone else must take it. */
    ownerLeft: z.boolean(),
    madeBy: z.string(),
    madeAt: Moment,
    closedAt: z.nullable(Moment),
    closedBy: z.nullable(z.string()),
    droppedWhy: z.nullable(z.string()),
    /** An offer to take it over that nobody has answered yet. */
    handover: z.nullable(
      z.object({ id: z.int(), from: z.string(), to: PersonName, note: z.string(), offeredAt: Moment }),
    ),
    can: z.object({
      keep: z.boolean(),
      reopen: z.boolean(),
      drop: z.boolean(),
      changeDate: z.boolean(),
      handOver: z.boolean(),
      answer: z.boolean(),
      withdraw: z.boolean(),
    }),
  }),
)

const Whose = z.enum(['mine', 'offered', 'all', 'left'])
export const listPromises = endpoint({
  name: 'listPromises',
  method: 'GET',
  path: '/api/promises',
  summary: 'Promises to companies, the oldest date first',
  can: staff,
  query: z.object({
    ...PageQuery,
    /**
     * mine; offered: others ask me to take them; all: everyone's (coordinators, or anyone for one company); left: their owner has left
     * (coordinators). Without: everyone's for a coordinator, else mine.
     */
    whose: z.optional(Whose),
    /** week: from today and seven days on. */
    state: z._default(z.enum(['open', 'overdue', 'week', 'kept', 'dropped', 'any']), 'open'),
    companyId: z.optional(Id),
    ownerId: z.optional(Id),
    text: z.optional(z.string().check(z.maxLength(100))),
  }),
  /** `whose`: these are. `all`: may ask for everyone's and for those whose owner has left. */
  answer: z.extend(Page(Promised), { whose: Whose, can: z.object({ all: z.boolean() }) }),
  problems: ['not-allowed', 'bad-cursor'],
})
/** Why someone is proposed, the weightiest first. */
export const reasons = ['regular-contact', 'deputy', 'visited', 'same-school'] as const
export const listPromiseOwners = endpoint({
  name: 'listPromiseOwners',
  method: 'GET',
  path: '/api/promise-owners',
  summary: 'Who may own a promise, by name; for a company at most three who fit, and why',
  can: staff,
  query: z.object({ companyId: z.optional(Id) }),
  answer: z.object({
    rows: z.array(PersonName),
    /** The best first; none without a company. */
    proposed: z.array(z.object({ id: z.int(), why: z.array(z.enum(reasons)) })),
  }),
  problems: ['not-found'],
})
const ById = z.object({ id: Id })
export const showPromise = endpoint({
  name: 'showPromise',
  method: 'GET',
  path: '/api/promises/{id}',
  summary: 'One promise',
  can: staff,
  params: ById,
  answer: Promised,
  problems: ['not-found'],
})
/** It is too late already, and said aloud: without, no date in the past is taken. */
const Late = z.optional(z.boolean())
export const PromiseForm = z.object({
  what: Words(300),
  ownerId: z.int(),
  dueOn: CalendarDate,
  /** Without: ours. */
  promisedBy: z.optional(z.enum(['us', 'company'])),
  late: Late,
})
export const makePromise = endpoint({
  name: 'makePromise',
  method: 'POST',
  path: '/api/promises',
  summary:
    'Promise a company something; to give it to another school is to ask: until the answer it stays with who promised',
  can: staff,
  status: 201,
  body: z.extend(PromiseForm, { companyId: z.int() }),
  answer: Promised,
  problems: ['not-found'],
})
export const keepPromise = endpoint({
  name: 'keepPromise',
  method: 'POST',
  path: '/api/promises/{id}/keepings',
  summary: 'The promise has been kept',
  can: staff,
  status: 201,
  params: ById,
  answer: Promised,
  problems: ['not-found', 'not-allowed', 'promise-closed'],
})
export const undoKeeping = endpoint({
  name: 'undoKeeping',
  method: 'DELETE',
  path: '/api/promises/{id}/keepings',
  summary: 'It was not kept after all',
  can: staff,
  params: ById,
  answer: Promised,
  problems: ['not-found', 'not-allowed', 'promise-not-closed'],
})
export const dropPromise = endpoint({
  name: 'dropPromise',
  method: 'POST',
  path: '/api/promises/{id}/drops',
  summary: 'The promise falls away, with the reason',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ why: Words(300) }),
  answer: Promised,
  problems: ['not-found', 'not-allowed', 'promise-closed'],
})
export const undoDrop = endpoint({
  name: 'undoDrop',
  method: 'DELETE',
  path: '/api/promises/{id}/drops',
  summary: 'The promise stands after all',
  can: staff,
  params: ById,
  answer: Promised,
  problems: ['not-found', 'not-allowed', 'promise-not-closed'],
})
export const changePromiseDate = endpoint({
  name: 'changePromiseDate',
  method: 'POST',
  path: '/api/promises/{id}/dates',
  within: showPromise,
  summary: 'Another date, and why',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ dueOn: CalendarDate, was: CalendarDate, why: MaybeWords(300), late: Late }),
  answer: Promised,
  problems: ['not-found', 'not-allowed', 'promise-closed', 'changed-meanwhile'],
})

// ---- Handing over: the giver owns it until the receiver says yes ------------------------------------------
export const offerHandover = endpoint({
  name: 'offerHandover',
  method: 'POST',
  path: '/api/promises/{id}/handovers',
  summary: 'Ask someone to take the promise over',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ toId: z.int(), note: z._default(MaybeWords(500), '') }),
  answer: Promised,
  problems: ['not-found', 'not-allowed', 'promise-closed', 'needs-acceptance'],
})
export const acceptHandover = endpoint({
  name: 'acceptHandover',
  method: 'POST',
  path: '/api/promise-handovers/{id}/acceptances',
  summary: 'I take the promise over',
  can: staff,
  status: 201,
  params: ById,
  answer: Promised,
  problems: ['not-found', 'promise-closed', 'handover-answered'],
})
export const declineHandover = endpoint({
  name: 'declineHandover',
  method: 'POST',
  path: '/api/promise-handovers/{id}/refusals',
  summary: 'I cannot take the promise over',
  can: staff,
  status: 201,
  params: ById,
  body: z.object({ why: MaybeWords(300) }),
  answer: Promised,
  problems: ['not-found', 'handover-answered'],
})
export const withdrawHandover = endpoint({
  name: 'withdrawHandover',
  method: 'DELETE',
  path: '/api/promise-handovers/{id}',
  summary: 'Take an unanswered offer back',
  can: staff,
  params: ById,
  answer: Promised,
  problems: ['not-found', 'not-allowed', 'handover-answered'],
})

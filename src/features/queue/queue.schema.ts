/** What is next to call, why the others may not be called, and keeping what one has under call. */
import { CalendarDate, endpoint, Id, Moment, named, Nothing, z } from '#platform/endpoint'
import { PausedBecause } from '../capacity/capacity.schema.ts'
import { CallLanguage } from '../call-centres/languages.schema.ts'
import { callers } from '../centre/roles.ts'
import { callReasons } from '../may-contact/hindrance.schema.ts'

/** Why a company may not be called now, the heaviest reason first. */
export const hindrances = [
  ...callReasons,
  'no-phone',
  'answered',
  'under-call',
  'call-back',
  'no-answer',
  'other-language',
  'skipped',
  'paused',
  'not-in-list',
] as const
export const Hindrance = named('Hindrance', z.enum(hindrances))
export const Size = {
  employees: z.nullable(z.int()),
  employeesFrom: z.nullable(z.int()),
  employeesTo: z.nullable(z.int()),
}
/** To the own school, on a list for own consultants: visited by its people, or one of its contacts. */
export const knownAs = ['visited', 'contact'] as const
export type KnownAs = (typeof knownAs)[number]
/** All that a caller may know of a company before it is taken. */
export const QueueRow = named(
  'QueueRow',
  z.object({
    companyId: z.int(),
    name: z.string(),
    town: z.nullable(z.string()),
    ...Size,
    industry: z.nullable(z.string()),
    industryCode: z.nullable(z.string()),
    /** An agreed call-back that is due. */
    dueAt: z.nullable(Moment),
    /** Calls without an answer since the last real one. */
    tries: z.int(),
    /** In which language it is called; null: Danish. */
    language: z.nullable(CallLanguage),
    /** On a list for own consultants: visited, so it comes before others, or a contact, which is only marked; null: the own school does not know it. */
    known: z.nullable(z.enum(knownAs)),
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
  z.object({
    id: z.int(),
    name: z.string(),
    ready: z.int(),
    total: z.int(),
    /** Of the ready, call-backs that were agreed and whose time has come. */
    due: z.int(),
    /** Nobody has room for another meeting; call-backs that are due go on. */
    paused: z.nullable(z.object({ until: z.nullable(CalendarDate), because: PausedBecause })),
  }),
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
    /** There is none for me, and lists in calling that are given to others. */
    elsewhere: z.boolean(),
    called: z.int(),
    total: z.int(),
    ready: z.int(),
    next: z.array(QueueRow),
    /** The callers' time goes by turns between schools: who comes first, when nobody is due, is known as one begins. */
    byTurns: z.boolean(),
    blocked: z.array(Blocked),
    /** Of those blocked by `other-language`: how many wait in each, and who of those that call the list speaks it. */
    languages: z.array(z.object({ language: CallLanguage, count: z.int(), speakers: z.array(z.string()) })),
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
export const bringBackSkipped = endpoint({
  name: 'bringBackSkipped',
  method: 'DELETE',
  path: '/api/calls/skips',
  summary: 'Those I skipped come back to my queue at once',
  can: callers,
  answer: z.object({ count: z.int() }),
})
export const releaseHold = endpoint({
  name: 'releaseHold',
  method: 'DELETE',
  path: '/api/calls/holds/mine',
  summary: 'Take a pause: let go of the company I have under call',
  can: callers,
  answer: Nothing,
})

/** Someone stops on a day: announced, handed out thing by thing, each with a yes. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, z } from '#platform/endpoint'
import { memberReaders, staff } from '../centre/roles.ts'
import { PersonName } from '../promises/promises.schema.ts'

/**
 * How far one thing is. `open`: nobody is asked; `anew`: somebody said no, and another is proposed; `asked`; `yes`: another has it; `stays`: it is due while
 * its owner is still here; `coordinators`: it is theirs as it is; `own`: his to do before he leaves; `elsewhere`: it does not stand open any more.
 */
export const thingStates = ['open', 'anew', 'asked', 'yes', 'stays', 'coordinators', 'own', 'elsewhere'] as const
export const thingGroups = ['contact', 'meeting', 'promise', 'referral', 'deputy', 'other'] as const

const Proposed = named(
  'LeavingProposal',
  z.object({
    ...PersonName.shape,
    /** Facts alone, each true today. */
    /** Has the company. */
    contact: z.boolean(),
    visited: z.boolean(),
    deputy: z.boolean(),
    sameSchool: z.boolean(),
    knowsTrade: z.boolean(),
    /** Driving one way from where this one is; null: not known. */
    minutes: z.nullable(z.int()),
    /** So many companies this one has today. */
    companies: z.int(),
  }),
)
export const LeavingThing = named(
  'LeavingThing',
  z.object({
    kind: z.string(),
    sourceId: z.int(),
    group: z.enum(thingGroups),
    company: z.nullable(z.object({ id: z.int(), name: z.string(), town: z.nullable(z.string()) })),
    since: Moment,
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    /** It goes with the regular contact of its company: proposed and asked together, and may be split. */
    follows: z.boolean(),
    state: z.enum(thingStates),
    /** Who was asked last, and has answered or not. */
    question: z.nullable(
      z.object({
        id: z.int(),
        to: PersonName,
        askedAt: Moment,
        answeredAt: z.nullable(Moment),
        can: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
      }),
    ),
    /** Who said no, and why: a reason for the next proposal. */
    saidNo: z.array(z.object({ name: z.string(), why: z.string() })),
    proposed: z.array(Proposed),
    can: z.object({ ask: z.boolean() }),
  }),
)
export const Leaving = named(
  'Leaving',
  z.object({
    id: z.int(),
    person: PersonName,
    /** The last day with access. */
    lastDay: CalendarDate,
    announcedBy: z.nullable(z.string()),
    announcedAt: Moment,
    leftAt: z.nullable(Moment),
    withdrawnAt: z.nullable(Moment),
    can: z.object({ change: z.boolean(), ask: z.boolean(), see: z.boolean() }),
  }),
)
const Personal = z.object({ kind: z.string(), company: z.object({ id: z.int(), name: z.string() }), since: Moment })
const WholeLeaving = named(
  'WholeLeaving',
  z.object({
    leaving: Leaving,
    /** Of who was asked alone: what that one is asked about. */
    things: z.array(LeavingThing),
    /** So many of what needs a name have one; `open` have none. */
    settled: z.int(),
    open: z.int(),
    /** What the leaver alone reads, for that one alone: it is deleted with the last day. Null for everyone else. */
    personal: z.nullable(z.array(Personal)),
    /** Whether mails go out at all. */
    mails: z.boolean(),
  }),
)

const ById = z.object({ id: Id })
export const listLeavings = endpoint({
  name: 'listLeavings',
  method: 'GET',
  path: '/api/leavings',
  summary: 'Who leaves, and who has left with something open; as far as who asks may see',
  can: memberReaders,
  answer: z.object({ rows: z.array(Leaving) }),
})
export const announceLeaving = endpoint({
  name: 'announceLeaving',
  method: 'POST',
  path: '/api/leavings',
  summary: 'Someone stops on a day: oneself, or whom one may send away',
  can: memberReaders,
  status: 201,
  body: z.object({ personId: Id, lastDay: CalendarDate }),
  answer: Leaving,
  problems: ['not-found', 'not-allowed', 'leaving-announced'],
})
export const showLeaving = endpoint({
  name: 'showLeaving',
  method: 'GET',
  path: '/api/leavings/{id}',
  summary: 'A leaving with what it leaves, who is proposed and why, who is asked and what they said',
  can: staff,
  params: ById,
  answer: WholeLeaving,
  problems: ['not-found'],
})
export const changeLeaving = endpoint({
  name: 'changeLeaving',
  method: 'PUT',
  path: '/api/leavings/{id}',
  summary: 'Another last day; from the one that was seen',
  can: memberReaders,
  params: ById,
  body: z.object({ lastDay: CalendarDate, seen: CalendarDate }),
  answer: Leaving,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile'],
})
export const withdrawLeaving = endpoint({
  name: 'withdrawLeaving',
  method: 'DELETE',
  path: '/api/leavings/{id}',
  summary: 'The person stays after all; what others have taken over stays with them',
  can: memberReaders,
  params: ById,
  answer: z.object({}),
  problems: ['not-found', 'not-allowed'],
})
const Asking = z.object({ kind: z.string().check(z.maxLength(40)), sourceId: z.int(), toId: Id })
export const askLeaving = endpoint({
  name: 'askLeaving',
  method: 'POST',
  path: '/api/leavings/{id}/questions',
  summary: 'Asks people to take things over: each person gets one request for all',
  can: staff,
  within: showLeaving,
  status: 201,
  params: ById,
  body: z.object({ questions: z.array(Asking).check(z.minLength(1), z.maxLength(500)) }),
  answer: WholeLeaving,
  problems: ['not-found', 'not-allowed'],
})
export const withdrawLeavingQuestion = endpoint({
  name: 'withdrawLeavingQuestion',
  method: 'DELETE',
  path: '/api/leavings/{id}/questions/{questionId}',
  summary: 'Takes a question back that nobody has answered',
  can: staff,
  within: showLeaving,
  params: z.object({ id: Id, questionId: Id }),
  answer: WholeLeaving,
  problems: ['not-found', 'not-allowed', 'leaving-answered'],
})
export const answerLeaving = endpoint({
  name: 'answerLeaving',
  method: 'POST',
  path: '/api/leavings/{id}/answers',
  summary: 'Who is asked says yes or no to each: what it is a yes to is theirs in the same moment',
  can: staff,
  within: showLeaving,
  status: 201,
  params: ById,
  body: z.object({
    yes: z.array(z.int()).check(z.maxLength(500)),
    no: z.array(z.int()).check(z.maxLength(500)),
    why: MaybeWords(300),
  }),
  /** `gone`: companies of what was no longer there to be taken over. */
  answer: z.object({ taken: z.int(), gone: z.array(z.string()) }),
  problems: ['not-found', 'leaving-answered', 'leaving-busy'],
})

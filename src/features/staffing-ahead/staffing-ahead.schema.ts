/** Who goes to the visits ahead where somebody is lacking: proposed, asked, answered. Times and who was announced stay. */
import { endpoint, Id, MaybeWords, Moment, named, Nothing, Words, z } from '#platform/endpoint'
import { coordinators, visitors } from '../centre/roles.ts'
import { MeetingForm } from '../diaries/diaries.schema.ts'
import { pairPointsFor, pointsFor, slotRefusals } from '../free-slots/free-slots.schema.ts'

/** Who goes first, or comes along. */
export const places = ['lead', 'second'] as const
export type Place = (typeof places)[number]
export const planPointsFor = [...pointsFor, ...pairPointsFor] as const
const PlanPoint = z.object({ place: z.enum(places), what: z.enum(planPointsFor), points: z.number() })
export type PlanPoints = z.infer<typeof PlanPoint>

/** Why somebody cannot go who is proposed: he does not work then, is full, away, or somewhere else. */
const hinders = ['off', 'full', 'away', 'taken'] as const
const Candidate = named(
  'StaffingCandidate',
  z.object({
    personId: z.int(),
    name: z.string(),
    school: z.nullable(z.string()),
    place: z.enum(places),
    travelMinutes: z.int(),
    travelKnown: z.boolean(),
    /** Facts that speak for him, each a sentence in the asker's language. */
    reasons: z.array(z.string()),
    points: z.array(PlanPoint),
    /** False: his field has nothing to do with the company; who chooses him says why. */
    fits: z.boolean(),
    /** What came in the way since it was proposed. */
    hinders: z.nullable(z.enum(hinders)),
  }),
)
export const refusalReasons = ['time', 'trade', 'knows-them', 'other'] as const
const Asked = z.object({
  id: z.int(),
  personId: z.int(),
  name: z.string(),
  place: z.enum(places),
  askedAt: Moment,
  /** Null: has not answered. */
  no: z.nullable(z.object({ at: Moment, reason: z.enum(refusalReasons), words: z.string() })),
})
const Meeting = {
  id: z.int(),
  companyId: z.int(),
  company: z.string(),
  form: MeetingForm,
  startsAt: Moment,
  endsAt: Moment,
  where: z.string(),
  goers: z.array(
    z.object({
      personId: z.int(),
      name: z.string(),
      school: z.nullable(z.string()),
      place: z.enum(places),
      /** Has left, or is away at that time. */
      gone: z.nullable(z.enum(['released', 'away'])),
    }),
  ),
}
export const LackingVisit = named(
  'LackingVisit',
  z.object({
    ...Meeting,
    lacks: z.array(z.enum(places)),
    proposed: z.array(Candidate),
    asked: z.array(Asked),
    /** The meeting was moved, or became one of another kind, since the proposal was made. */
    stale: z.boolean(),
    /** How many were left out when it was made: their field has nothing to do with the company; they have no time then. Null: no proposal has looked at it. */
    leftOut: z.nullable(z.object({ unrelated: z.int(), noTime: z.int() })),
  }),
)
const ById = z.object({ id: Id })
const ByAsk = z.object({ askId: Id })
const moved = ['not-found', 'staffing-moved', 'staffing-filled'] as const

export const showStaffing = endpoint({
  name: 'showStaffing',
  method: 'GET',
  path: '/api/staffing',
  summary: 'Visits ahead that lack somebody, who is proposed and why, and who is asked',
  can: coordinators,
  answer: z.object({
    /** Null: none was made yet. `by` null: the night. */
    made: z.nullable(z.object({ at: Moment, by: z.nullable(z.string()) })),
    /** What of it is still to be decided: so many people, and what they are worth to these visits together. */
    gain: z.object({ changes: z.int(), points: z.number() }),
    weeks: z.int(),
    rows: z.array(LackingVisit),
    exceptions: z.array(
      z.object({
        id: z.int(),
        bookingId: z.int(),
        company: z.string(),
        startsAt: Moment,
        /** Null: nobody is proposed to that visit. */
        who: z.nullable(z.string()),
        why: z.string(),
        saidBy: z.string(),
      }),
    ),
  }),
})
export const proposeStaffing = endpoint({
  name: 'proposeStaffing',
  method: 'POST',
  path: '/api/staffing/proposals',
  summary: 'Make a proposal now: it stands on the page as soon as it is reckoned, in place of the one before',
  can: coordinators,
  status: 201,
  answer: Nothing,
})
export const askAllProposed = endpoint({
  name: 'askAllProposed',
  method: 'POST',
  path: '/api/staffing/askings',
  summary: 'Ask all who are proposed and can still go',
  can: coordinators,
  status: 201,
  answer: z.object({ asked: z.int(), left: z.int() }),
})
export const listWhoCouldGo = endpoint({
  name: 'listWhoCouldGo',
  method: 'GET',
  path: '/api/staffing/{id}/candidates',
  summary: 'Everybody who is free for a visit that lacks somebody, with what speaks for each',
  can: coordinators,
  params: ById,
  query: z.object({ place: z.enum(places) }),
  answer: z.object({ rows: z.array(Candidate) }),
  problems: moved,
})
export const askToStaff = endpoint({
  name: 'askToStaff',
  method: 'POST',
  path: '/api/staffing/{id}/askings',
  summary: 'Ask one person to go to a visit as it was seen (`startsAt`)',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({
    personId: z.int(),
    place: z.enum(places),
    startsAt: Moment,
    chosenWhy: z.optional(z.nullable(Words(300))),
  }),
  answer: z.object({ id: z.int(), name: z.string() }),
  problems: [...moved, 'staffing-busy', 'staffing-asked', 'field-unrelated'],
})
export const leaveAsItIs = endpoint({
  name: 'leaveAsItIs',
  method: 'POST',
  path: '/api/staffing/{id}/exceptions',
  summary: 'Leave a proposal: this person, or (null) anybody, is not proposed to that visit any more, with the reason',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ personId: z.nullable(z.int()), why: Words(300) }),
  answer: z.object({ id: z.int() }),
  problems: ['not-found'],
})
export const takeBackLeaving = endpoint({
  name: 'takeBackLeaving',
  method: 'DELETE',
  path: '/api/staffing/exceptions/{exceptionId}',
  summary: 'People may be proposed to that visit again',
  can: coordinators,
  params: z.object({ exceptionId: Id }),
  answer: Nothing,
  problems: ['not-found'],
})
export const showAsking = endpoint({
  name: 'showAsking',
  method: 'GET',
  path: '/api/staffing/askings/{askId}',
  summary: 'What I am asked to go to, or whom I have asked',
  can: visitors,
  params: ByAsk,
  answer: named(
    'StaffingAsking',
    z.object({
      id: z.int(),
      place: z.enum(places),
      askedBy: z.string(),
      person: Candidate,
      meeting: z.object(Meeting),
      /** `moved`: the meeting is not what it was; `filled`: somebody else goes; `passed`: it has begun or is called off. */
      state: z.enum(['open', 'yes', 'no', 'withdrawn', 'moved', 'filled', 'passed']),
      can: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
    }),
  ),
  problems: ['not-found'],
})
export const withdrawAsking = endpoint({
  name: 'withdrawAsking',
  method: 'DELETE',
  path: '/api/staffing/askings/{askId}',
  summary: 'He is not asked any more',
  can: coordinators,
  params: ByAsk,
  answer: Nothing,
  problems: ['not-found', 'staffing-answered'],
})
export const goAsAsked = endpoint({
  name: 'goAsAsked',
  method: 'POST',
  path: '/api/staffing/askings/{askId}/acceptances',
  within: showAsking,
  summary: 'Yes, I go: the time is taken, and all who go and the company are told',
  can: visitors,
  status: 201,
  params: ByAsk,
  answer: z.object({ id: z.int(), startsAt: Moment }),
  problems: [
    ...moved,
    'staffing-answered',
    ...slotRefusals,
    ...(['booking-cancelled', 'changed-meanwhile', 'not-allowed', 'may-not-contact', 'meeting-kind'] as const),
  ],
})
export const notGoAsAsked = endpoint({
  name: 'notGoAsAsked',
  method: 'POST',
  path: '/api/staffing/askings/{askId}/refusals',
  within: showAsking,
  summary: 'No, I do not go; why is read by who runs the centre alone',
  can: visitors,
  status: 201,
  params: ByAsk,
  body: z.object({ reason: z.enum(refusalReasons), words: z._default(MaybeWords(300), '') }),
  answer: Nothing,
  problems: ['not-found', 'staffing-answered'],
})

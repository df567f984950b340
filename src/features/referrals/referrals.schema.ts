/** A company's need is passed on (henvisning): to another school's consultant, or to a school; taken, answered or given back within days. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Page, PageQuery, Words, z } from '#platform/endpoint'
import { referralReceivers as receivers, staff } from '../centre/roles.ts'
import { educationCodes } from '../visits/topics.table.ts'
import { referralStates, referralSteps } from './referral-words.table.ts'

const Field = z.enum(educationCodes)
const Someone = z.object({ id: z.int(), name: z.string(), school: z.nullable(z.string()) })
const Named = z.object({ id: z.int(), name: z.string() })

const row = {
  id: z.int(),
  companyId: z.int(),
  company: z.string(),
  town: z.nullable(z.string()),
  giver: Someone,
  givenAt: Moment,
  /** Whom it is at: a person, anyone of the school, or (neither) the coordinators. */
  to: z.nullable(Someone),
  toSchool: z.nullable(Named),
  /** got: it is at me, or anyone of my school; given: I follow it; other: for who leads a school or runs the centre. */
  way: z.enum(['got', 'given', 'other']),
  state: z.enum(referralStates),
  /** They were told that they would hear by then. */
  hearBy: CalendarDate,
  /** The last day for an answer, and the working days until then (less than none: since). Over, the coordinators have it too (`late`). */
  answerBy: CalendarDate,
  daysLeft: z.int(),
  late: z.boolean(),
  givenBack: z.int(),
  takenAt: z.nullable(Moment),
  /** Who has it has talked with them since. */
  talkedAt: z.nullable(Moment),
  endedAt: z.nullable(Moment),
  can: z.object({
    take: z.boolean(),
    untake: z.boolean(),
    answer: z.boolean(),
    unanswer: z.boolean(),
    giveBack: z.boolean(),
    pass: z.boolean(),
    withdraw: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    ungive: z.boolean(),
  }),
} as const
/** Beside a company in a list: what is harmless to name there, and no words. */
export const ReferralRow = named('ReferralRow', z.object({ ...row, field: z.nullable(z.string()) }))
const Step = z.object({
  id: z.int(),
  verb: z.enum(referralSteps),
  at: Moment,
  by: z.nullable(z.string()),
  to: z.nullable(z.string()),
  words: z.string(),
})
export const Referral = named(
  'Referral',
  z.object({
    ...row,
    field: z.nullable(z.string()),
    words: z.string(),
    /** Whom to talk with there, with the number where it may be called. */
    contact: z.nullable(z.object({ name: z.string(), title: z.string(), phone: z.nullable(z.string()) })),
    /** The report that it came of. */
    visitId: z.nullable(z.int()),
    steps: z.array(Step),
    /** They have said stop meanwhile. */
    stopped: z.boolean(),
    /** Given back it comes to the coordinators; else the nearest who knows the trade, for whoever cannot. Minutes null: nobody knows how far. */
    nextIsCentre: z.boolean(),
    nearest: z.nullable(z.extend(Someone, { minutes: z.nullable(z.int()) })),
  }),
)
const ById = z.object({ id: Id })
const To = {
  toId: z.optional(z.nullable(z.int())),
  /** Anyone of the school. */
  schoolId: z.optional(z.nullable(z.int())),
}

export const listReferrals = endpoint({
  name: 'listReferrals',
  method: 'GET',
  path: '/api/referrals',
  summary: 'Referrals that concern me, the worst first; ended ones the latest first',
  can: receivers,
  query: z.object({
    ...PageQuery,
    /** mine: at me, at anyone of my school, given by me, or at the coordinators whose one I am; all: whatever I may read. */
    whose: z._default(z.enum(['mine', 'all']), 'mine'),
    state: z._default(z.enum(['open', 'ended']), 'open'),
    text: z.optional(z.string().check(z.maxLength(100))),
  }),
  /** `waiting`: how many await my answer, whatever is sought. */
  answer: z.extend(Page(ReferralRow), { waiting: z.int() }),
  problems: ['bad-cursor'],
})
export const showReferral = endpoint({
  name: 'showReferral',
  method: 'GET',
  path: '/api/referrals/{id}',
  summary: 'One referral, with what they said',
  can: receivers,
  params: ById,
  answer: Referral,
  problems: ['not-found'],
})
export const listCompanyReferrals = endpoint({
  name: 'listCompanyReferrals',
  method: 'GET',
  path: '/api/companies/{companyId}/referrals',
  summary: 'That a referral is open with a company, and whom to ask (null: the coordinators); no words',
  can: staff,
  params: z.object({ companyId: Id }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.int(),
        hearBy: CalendarDate,
        ask: z.nullable(Someone),
        /** Who asks may read it. */
        opens: z.boolean(),
      }),
    ),
  }),
  problems: ['not-found'],
})
export const showReferralForm = endpoint({
  name: 'showReferralForm',
  method: 'GET',
  path: '/api/companies/{companyId}/referral-form',
  summary: 'Who may be asked, whom to talk with there, and by when',
  can: staff,
  params: z.object({ companyId: Id }),
  answer: z.object({
    company: z.string(),
    people: z.array(Someone),
    schools: z.array(Named),
    contacts: z.array(z.object({ id: z.int(), name: z.string() })),
    /** Working days for an answer. */
    days: z.int(),
    /** The day that leaves them time to answer. */
    hearBy: CalendarDate,
  }),
  problems: ['not-found'],
})
export const listReferralReceivers = endpoint({
  name: 'listReferralReceivers',
  method: 'GET',
  path: '/api/referral-receivers',
  summary: 'Who may be asked, and which schools',
  can: receivers,
  answer: z.object({ people: z.array(Someone), schools: z.array(Named) }),
})
export const giveReferral = endpoint({
  name: 'giveReferral',
  method: 'POST',
  path: '/api/referrals',
  summary: 'Ask a colleague, or a school, to talk with a company about what it needs',
  can: staff,
  status: 201,
  body: z.object({
    companyId: z.int(),
    ...To,
    words: Words(1000),
    field: z.optional(z.nullable(Field)),
    /** One of the company's people. */
    contactId: z.optional(z.nullable(z.int())),
    /** The report that it came of. */
    visitId: z.optional(z.nullable(z.int())),
    /** What they were told. */
    hearBy: CalendarDate,
  }),
  answer: Referral,
  problems: ['not-found'],
})
export const undoGiving = endpoint({
  name: 'undoGiving',
  method: 'DELETE',
  path: '/api/referrals/{id}',
  summary: 'Nobody was to be asked: it was given by mistake, and nobody has taken or answered it',
  can: staff,
  params: ById,
  answer: z.object({ id: z.int() }),
  problems: ['not-found', 'not-allowed', 'referral-taken', 'referral-answered', 'referral-ended'],
})
export const takeReferral = endpoint({
  name: 'takeReferral',
  method: 'POST',
  path: '/api/referrals/{id}/takings',
  summary: 'I talk with them',
  can: receivers,
  status: 201,
  params: ById,
  answer: Referral,
  problems: ['not-found', 'not-allowed', 'referral-taken', 'referral-answered', 'referral-ended'],
})
export const undoTaking = endpoint({
  name: 'undoTaking',
  method: 'DELETE',
  path: '/api/referrals/{id}/takings',
  summary: 'I have not taken it after all; the days go on',
  can: receivers,
  params: ById,
  answer: Referral,
  problems: ['not-found', 'not-allowed', 'referral-not-taken', 'referral-answered', 'referral-ended'],
})
export const answerReferral = endpoint({
  name: 'answerReferral',
  method: 'POST',
  path: '/api/referrals/{id}/answers',
  summary: 'The answer, for who gave it to tell the company; or I have told them myself',
  can: receivers,
  status: 201,
  params: ById,
  body: z.object({ words: Words(1000), met: z._default(z.boolean(), false) }),
  answer: Referral,
  problems: ['not-found', 'not-allowed', 'referral-taken', 'referral-answered', 'referral-ended'],
})
export const undoAnswer = endpoint({
  name: 'undoAnswer',
  method: 'DELETE',
  path: '/api/referrals/{id}/answers',
  summary: 'That was no answer after all',
  can: receivers,
  params: ById,
  answer: Referral,
  problems: ['not-found', 'not-allowed', 'referral-not-answered', 'referral-ended'],
})
/** Whoever gave it back reads it no more: where it went is all there is to tell. */
const Went = z.object({ id: z.int(), to: z.nullable(z.string()) })
export const giveReferralBack = endpoint({
  name: 'giveReferralBack',
  method: 'POST',
  path: '/api/referrals/{id}/returns',
  summary: 'I cannot: why, and perhaps whom to ask instead; without, and the third time, the coordinators find someone',
  can: receivers,
  status: 201,
  params: ById,
  body: z.object({ why: Words(500), ...To }),
  answer: Went,
  problems: ['not-found', 'not-allowed', 'referral-taken', 'referral-answered', 'referral-ended'],
})
export const undoGivingBack = endpoint({
  name: 'undoGivingBack',
  method: 'DELETE',
  path: '/api/referrals/{id}/returns',
  summary: 'I can after all: it is mine again with the days it had, as long as nobody has done anything with it since',
  can: receivers,
  params: ById,
  answer: Referral,
  problems: ['not-found', 'not-allowed', 'referral-taken', 'referral-answered', 'referral-ended'],
})
export const passReferral = endpoint({
  name: 'passReferral',
  method: 'POST',
  path: '/api/referrals/{id}/passings',
  summary: 'Somebody else is asked: a person, or a school',
  can: receivers,
  status: 201,
  params: ById,
  body: z.object({ ...To, note: z._default(MaybeWords(500), '') }),
  answer: Went,
  problems: ['not-found', 'not-allowed', 'referral-taken', 'referral-answered', 'referral-ended'],
})
export const withdrawReferral = endpoint({
  name: 'withdrawReferral',
  method: 'POST',
  path: '/api/referrals/{id}/withdrawals',
  summary: 'The company wants it no more, and why',
  can: receivers,
  status: 201,
  params: ById,
  body: z.object({ why: Words(500) }),
  answer: Referral,
  problems: ['not-found', 'not-allowed', 'referral-ended'],
})
export const closeReferral = endpoint({
  name: 'closeReferral',
  method: 'POST',
  path: '/api/referrals/{id}/closings',
  summary: 'They have been talked with, or told the answer',
  can: receivers,
  status: 201,
  params: ById,
  answer: Referral,
  problems: ['not-found', 'not-allowed', 'referral-not-taken', 'referral-ended'],
})
export const reopenReferral = endpoint({
  name: 'reopenReferral',
  method: 'DELETE',
  path: '/api/referrals/{id}/closings',
  summary: 'It is open after all: it was closed, or said to be wanted no more, by mistake',
  can: receivers,
  params: ById,
  answer: Referral,
  problems: ['not-found', 'not-allowed', 'referral-not-ended'],
})

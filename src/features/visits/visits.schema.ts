import { endpoint, Id, MaybeWords, Moment, named, Nothing, Page, PageQuery, Words, z } from '#platform/endpoint'
import { staff, visitors } from '../centre/roles.ts'
import { Asked } from '../guides/guides.schema.ts'
import { MailsTaken } from '../mailed-words/mailed-words.schema.ts'
import { PromiseForm } from '../promises/promises.schema.ts'
import { TookPart } from '../company-people/company-people.schema.ts'
import { FollowUpForm } from '../regular-contacts/regular-contacts.schema.ts'
import { RestrictedPart, RestrictedPartForm } from '../restricted-parts/restricted-parts.schema.ts'
import { educationCodes, topicCodes } from './topics.table.ts'

export { educationCodes, obstacleCodes, openTopicCodes, taskCodes, topicCodes, topicName } from './topics.table.ts'

export const TopicCode = z.enum(topicCodes)

// ---- What a company needs, in its own words, until somebody has answered it ----------------------------------
export const Education = z.enum(educationCodes)
export const needOutcomes = ['answered', 'closed'] as const

/** A need; the education it may lead to, and whether it is for now or later. */
export const Need = named(
  'VisitNeed',
  z.object({
    /** Of a need that stands in the report already: it keeps its outcome. */
    id: z.optional(Id),
    words: Words(500),
    education: z.nullable(Education),
    soon: z.boolean(),
  }),
)
/** A need as it stands: open, answered, or closed for a reason. */
export const StandingNeed = named(
  'StandingNeed',
  z.object({
    id: z.int(),
    words: z.string(),
    education: z.nullable(z.string()),
    soon: z.boolean(),
    state: z.enum(['open', ...needOutcomes]),
    settledBy: z.nullable(z.string()),
    settledAt: z.nullable(Moment),
    /** What came of it, or why it was closed. */
    why: z.string(),
    can: z.object({ settle: z.boolean(), reopen: z.boolean() }),
  }),
)
const ById = z.object({ id: Id })
export const answerNeed = endpoint({
  name: 'answerNeed',
  method: 'POST',
  path: '/api/visit-needs/{id}/answers',
  summary: 'The company got an answer to what it needs',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ why: z._default(MaybeWords(300), '') }),
  answer: StandingNeed,
  problems: ['not-found', 'need-settled'],
})
export const closeNeed = endpoint({
  name: 'closeNeed',
  method: 'POST',
  path: '/api/visit-needs/{id}/closings',
  summary: 'Nothing comes of a need, and why',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ why: Words(300) }),
  answer: StandingNeed,
  problems: ['not-found', 'need-settled'],
})
export const reopenNeed = endpoint({
  name: 'reopenNeed',
  method: 'DELETE',
  path: '/api/visit-needs/{id}/outcomes',
  summary: 'The need is open after all',
  can: visitors,
  params: ById,
  answer: StandingNeed,
  problems: ['not-found'],
})

// ---- The report ----------------------------------------------------------------------------------------
const Agreed = PromiseForm
const allNeeds = z.array(Need).check(z.maxLength(30))
const needs = z._default(allNeeds, [])
/** Who of the company took part; without, when a report is mended: whoever stands there. */
const tookPart = z.optional(z.array(TookPart).check(z.maxLength(20)))
const allTopics = z.array(TopicCode).check(z.maxLength(40))
const topicsOf = z._default(allTopics, [])

export const Visit = named(
  'Visit',
  z.object({
    id: z.int(),
    bookingId: z.nullable(z.int()),
    companyId: z.int(),
    cvr: z.string(),
    company: z.string(),
    visitedAt: Moment,
    by: z.object({ id: z.int(), name: z.string(), school: z.nullable(z.string()) }),
    about: z.string(),
    /** Of the company: who is known there, by number. */
    tookPart: z.array(z.object({ personId: z.nullable(z.int()), name: z.string() })),
    needs: z.array(StandingNeed),
    topics: z.array(z.string()),
    reportedAt: Moment,
    /** Send it back when changing, so that nobody overwrites what they have not seen. */
    version: z.int(),
    /** Said when the meeting was booked. */
    callNote: z.string(),
    /** Of the conversation guide; null: nothing was noted. */
    asked: z.nullable(Asked),
    /** Those that who asks may read. */
    restricted: z.array(RestrictedPart),
    can: z.object({ change: z.boolean() }),
  }),
)
export const reportVisit = endpoint({
  name: 'reportVisit',
  method: 'POST',
  path: '/api/visits',
  summary: 'Report a visit: what it was about, what they need, what was agreed',
  can: visitors,
  status: 201,
  body: z.object({
    /** The meeting that was held; or the company, when nobody had booked. */
    bookingId: z.optional(z.nullable(z.int())),
    companyId: z.optional(z.nullable(z.int())),
    /** Without: when the meeting began. Needed without a meeting. */
    visitedAt: z.optional(z.nullable(Moment)),
    about: Words(8000),
    tookPart,
    needs,
    topics: topicsOf,
    promises: z._default(z.array(Agreed).check(z.maxLength(20)), []),
    /** I am their regular contact from now on, with what was agreed to follow; where another is, a coordinator decides. */
    regularContact: z.optional(z.nullable(z.object({ followUp: z.optional(z.nullable(FollowUpForm)) }))),
    mails: z.optional(MailsTaken),
    restricted: z.optional(z.nullable(RestrictedPartForm)),
    asked: z.optional(z.nullable(Asked)),
  }),
  answer: Visit,
  problems: ['visit-reported', 'visit-in-future', 'booking-cancelled', 'not-found', 'not-allowed', 'union-title'],
})
export const showVisit = endpoint({
  name: 'showVisit',
  method: 'GET',
  path: '/api/visits/{id}',
  summary: 'A visit report',
  can: staff,
  params: ById,
  answer: Visit,
  problems: ['not-found'],
})
export const changeVisit = endpoint({
  name: 'changeVisit',
  method: 'PUT',
  path: '/api/visits/{id}',
  summary: 'Mend a report; the old text stays in the history',
  can: visitors,
  params: ById,
  body: z.object({ version: z.int(), about: Words(8000), tookPart, needs: allNeeds, topics: allTopics }),
  answer: Visit,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile', 'union-title'],
})

export const keepRestrictedPart = endpoint({
  name: 'keepRestrictedPart',
  method: 'PUT',
  path: '/api/visits/{id}/restricted-part',
  summary: 'My sensitive part of a report: its words, and who reads them beside me',
  can: visitors,
  params: ById,
  /** `version`: the one I saw; 0 where there was none. */
  body: z.extend(RestrictedPartForm, { version: z.int() }),
  answer: Visit,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile'],
})
export const removeRestrictedPart = endpoint({
  name: 'removeRestrictedPart',
  method: 'DELETE',
  path: '/api/visits/{id}/restricted-part',
  summary: 'My sensitive part of a report is removed, for its readers too',
  can: visitors,
  params: ById,
  answer: Nothing,
  problems: ['not-found'],
})

/** A row beside a company: without what a list never names (dyslexia teaching). */
export const VisitRow = named(
  'VisitRow',
  z.object({
    id: z.int(),
    companyId: z.int(),
    cvr: z.string(),
    company: z.string(),
    visitedAt: Moment,
    by: z.object({ id: z.int(), name: z.string(), school: z.nullable(z.string()) }),
    about: z.string(),
    needs: z.array(StandingNeed),
    topics: z.array(z.string()),
    reportedAt: Moment,
  }),
)
export const listVisits = endpoint({
  name: 'listVisits',
  method: 'GET',
  path: '/api/visits',
  summary: 'Reports of visits to a company, newest visit first',
  can: staff,
  query: z.object({ ...PageQuery, companyId: Id }),
  answer: Page(VisitRow),
  problems: ['bad-cursor'],
})

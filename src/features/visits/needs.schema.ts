/** What a company needs, in its own words, until somebody has answered it. */
import { endpoint, Id, MaybeWords, Moment, named, Words, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'
import { educationCodes } from './topics.table.ts'

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

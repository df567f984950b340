/** What a school does with the companies of a hearing: strikes those it already works with, keeps those it has looked at. */
import { endpoint, MaybeWords, z } from '#platform/endpoint'
import { hearers } from '../centre/roles.ts'
import { listReaders } from '../lists/lists.schema.ts'
import { HearingId, refusals } from './hearings.schema.ts'

const Companies = z.object({
  companyIds: z.array(z.int().check(z.minimum(1))).check(z.minLength(1), z.maxLength(5000)),
})
const Changed = z.object({ companyIds: z.array(z.int()) })
/** What a colleague has decided meanwhile is changed only by who has seen it. */
const over = z.optional(z.boolean())
/** Of a decision that was taken back: the same again, whose it was and from then. */
const again = z.optional(z.boolean())
export const strikeCompanies = endpoint({
  name: 'strikeCompanies',
  method: 'POST',
  path: '/api/hearings/{id}/strikes',
  summary: 'Strike companies that the own school already works with',
  can: hearers,
  status: 201,
  params: HearingId,
  body: z.extend(Companies, {
    reason: z._default(MaybeWords(400), ''),
    over,
    again,
  }),
  answer: Changed,
  problems: [...refusals, 'already-struck', 'colleague-decided'],
})
export const strikeCertain = endpoint({
  name: 'strikeCertain',
  method: 'POST',
  path: '/api/hearings/{id}/certain-strikes',
  summary: 'Strike those of these that are certain to be an own contact: the ones that were seen, and no others',
  can: hearers,
  status: 201,
  params: HearingId,
  body: Companies,
  answer: Changed,
  problems: refusals,
})
export const undoStrikes = endpoint({
  name: 'undoStrikes',
  method: 'POST',
  path: '/api/hearings/{id}/undone-strikes',
  summary: "Take the own school's strikes back",
  can: hearers,
  params: HearingId,
  body: Companies,
  answer: Changed,
  problems: refusals,
})
export const keepCompanies = endpoint({
  name: 'keepCompanies',
  method: 'POST',
  path: '/api/hearings/{id}/keeps',
  summary:
    'Looked at, and left on the list: nobody of the own contacts is it, or with `ours` it is, and may be called all the same',
  can: hearers,
  status: 201,
  params: HearingId,
  body: z.extend(Companies, { ours: z._default(z.boolean(), false), over, again }),
  answer: Changed,
  problems: [...refusals, 'colleague-decided'],
})
export const undoKeeps = endpoint({
  name: 'undoKeeps',
  method: 'POST',
  path: '/api/hearings/{id}/undone-keeps',
  summary: 'Not looked at after all',
  can: hearers,
  params: HearingId,
  body: Companies,
  answer: Changed,
  problems: refusals,
})
export const countLapsedStrikes = endpoint({
  name: 'countLapsedStrikes',
  method: 'GET',
  path: '/api/lapsed-strikes',
  summary:
    'How many struck companies may be called again and were spoken with by nobody: each school its own, the coordinator one sum from five',
  can: listReaders,
  answer: z.object({
    /** Null for who is of no school. */
    own: z.nullable(z.int()),
    /** Null for schools, and under five. */
    all: z.nullable(z.int()),
  }),
})

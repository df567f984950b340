/** Several of a school go through a hearing together: who looks at which company. Nothing here is another school's. */
import { endpoint, Id, MaybeWords, Moment, named, z } from '#platform/endpoint'
import { hearers } from '../centre/roles.ts'
import { HearingId, refusals } from '../hearings/hearings.schema.ts'

export const HearingShare = named(
  'HearingShare',
  z.object({
    companyId: z.int(),
    /** Who looks at it. */
    personId: z.int(),
    person: z.string(),
    mine: z.boolean(),
    /** Who sent it; null where who looks at it took it. */
    sentBy: z.nullable(z.string()),
    sentByMe: z.boolean(),
    sentAt: Moment,
    why: z.string(),
    /** The school has decided about it. */
    answered: z.boolean(),
    /** Who was asked does not know it; in words. */
    back: z.nullable(z.object({ at: Moment, why: z.string() })),
  }),
)
export const listHearingShares = endpoint({
  name: 'listHearingShares',
  method: 'GET',
  path: '/api/hearings/{id}/shares',
  summary: 'Who of the own school looks at which company of a hearing, and who else there can answer',
  can: hearers,
  params: HearingId,
  answer: z.object({
    rows: z.array(HearingShare),
    /** Who may be asked: everyone else of the school who answers hearings. */
    colleagues: z.array(z.object({ personId: z.int(), name: z.string() })),
    can: z.object({ share: z.boolean() }),
  }),
})

/** So many at once: a part, not the list. */
export const mostShared = 200
const companyIds = z.array(z.int().check(z.minimum(1))).check(z.minLength(1), z.maxLength(mostShared))
const Shared = z.object({
  companyIds: z.array(z.int()),
  /** Those that a colleague looks at already, and who. */
  others: z.array(z.object({ companyId: z.int(), person: z.string() })),
})
export const shareCompanies = endpoint({
  name: 'shareCompanies',
  method: 'POST',
  path: '/api/hearings/{id}/shares',
  summary: 'Take companies of a hearing to look at, or with a person send them to the colleague who knows',
  can: hearers,
  status: 201,
  params: HearingId,
  body: z.object({ companyIds, personId: z.optional(Id), why: z._default(MaybeWords(300), '') }),
  answer: Shared,
  problems: [...refusals, 'not-found', 'share-taken'],
})
const Changed = z.object({ companyIds: z.array(z.int()) })
export const endShares = endpoint({
  name: 'endShares',
  method: 'POST',
  path: '/api/hearings/{id}/ended-shares',
  summary: 'Look at companies no more that one took, or take back what one has sent',
  can: hearers,
  params: HearingId,
  body: z.object({ companyIds }),
  answer: Changed,
  problems: refusals,
})
export const returnShares = endpoint({
  name: 'returnShares',
  method: 'POST',
  path: '/api/hearings/{id}/returned-shares',
  summary: 'Who was asked does not know the company either: back to who sent it',
  can: hearers,
  params: HearingId,
  body: z.object({ companyIds, why: z._default(MaybeWords(300), '') }),
  answer: Changed,
  problems: refusals,
})

/** Where I stand, told to nobody but me, and what my visits propose that I share. */
import { endpoint, MaybeWords, Moment, named, Nothing, z } from '#platform/endpoint'
import { visitors } from '../centre/roles.ts'
import { tradeAreaCodes } from '../trade-areas/trade-areas.table.ts'
import { profileFieldCodes, stepCodes } from './fields.table.ts'

const Field = z.enum(profileFieldCodes)
const Trade = z.enum(tradeAreaCodes)
const said = {
  /** Null: unmarked. */
  step: z.nullable(z.enum(stepCodes)),
  words: MaybeWords(1000),
}
/** What was seen; null: nothing was said yet. */
const version = z.nullable(z.uuid())
export const OwnStep = named('OwnStep', z.object({ field: Field, ...said, version, saidAt: z.nullable(Moment) }))

export const showMyProfile = endpoint({
  name: 'showMyProfile',
  method: 'GET',
  path: '/api/competence-profile',
  summary: 'Where I stand in each of the five fields, and the trade area that my visits propose',
  can: visitors,
  answer: z.object({
    fields: z.array(OwnStep),
    proposal: z.nullable(
      z.object({
        trade: Trade,
        /** Visits that I have told of, or was along at. */
        visits: z.int(),
        /** What my school says, and holds no more for me when I say something myself. */
        insteadOf: z.array(Trade),
      }),
    ),
  }),
})
export const sayOwnStep = endpoint({
  name: 'sayOwnStep',
  method: 'PUT',
  path: '/api/competence-profile/fields/{field}',
  summary: 'Where I stand in one field: a step or none, and words of my own',
  can: visitors,
  params: z.object({ field: Field }),
  body: z.object({ ...said, version }),
  // What was said is answered by no change: answers are kept under their key.
  answer: z.object({ version: z.uuid() }),
  problems: ['changed-meanwhile'],
})
export const clearMyProfile = endpoint({
  name: 'clearMyProfile',
  method: 'DELETE',
  path: '/api/competence-profile/fields',
  summary: 'All that I have said of the five fields goes',
  can: visitors,
  answer: Nothing,
})
export const takeMyProfile = endpoint({
  name: 'takeMyProfile',
  method: 'GET',
  path: '/api/competence-profile/file',
  summary: 'My own profile as a file',
  can: visitors,
  kind: 'download',
  answer: Nothing,
})
export const shareProposedTrade = endpoint({
  name: 'shareProposedTrade',
  method: 'POST',
  path: '/api/competence-profile/shared-trades',
  summary: 'A trade area is added to what I share',
  can: visitors,
  body: z.object({ trade: Trade }),
  answer: Nothing,
  problems: ['changed-meanwhile'],
})
export const declineTrade = endpoint({
  name: 'declineTrade',
  method: 'POST',
  path: '/api/competence-profile/declined-trades',
  summary: 'A trade area is not for me: I am not asked again for a year',
  can: visitors,
  body: z.object({ trade: Trade }),
  answer: Nothing,
})
export const undeclineTrade = endpoint({
  name: 'undeclineTrade',
  method: 'DELETE',
  path: '/api/competence-profile/declined-trades/{trade}',
  summary: 'I may be asked about this trade area again',
  can: visitors,
  params: z.object({ trade: Trade }),
  answer: Nothing,
})

/** What is asked at a visit: open questions, in versions. */
import { endpoint, Moment, named, Words, z } from '#platform/endpoint'
import { coordinators, visitors } from '../centre/roles.ts'
import { tradeAreaCodes } from '../trade-areas/trade-areas.table.ts'
import { occasionCodes, partCodes } from './parts.table.ts'

export const Occasion = z.enum(occasionCodes)
export const Question = z.object({
  part: z.enum(partCodes),
  /** Null: whenever. */
  occasion: z.nullable(Occasion),
  /** Null: of every trade. */
  trade: z.nullable(z.enum(tradeAreaCodes)),
  words: Words(200),
})
export type Question = z.output<typeof Question>
export type Occasion = z.output<typeof Occasion>

export const Guide = named(
  'Guide',
  z.object({
    /** Null: the house's own, which nobody has written anew. */
    id: z.nullable(z.int()),
    /** Send it back when writing: 0 of the house's own. */
    version: z.int(),
    questions: z.array(Question),
    writtenBy: z.nullable(z.string()),
    writtenAt: z.nullable(Moment),
  }),
)
export type Guide = z.output<typeof Guide>
/** What came of asking: they told (it stands among the words or needs), they do not know, or nothing is noted. */
export const heardCodes = ['asked', 'told', 'unknown'] as const
export type Heard = (typeof heardCodes)[number]
const AskedQuestion = z.object({ words: Words(200), heard: z.enum(heardCodes) })
const asked = (question: typeof AskedQuestion) => ({
  /** Null: the house's own. */
  guideId: z.nullable(z.int()),
  questions: z.array(question).check(z.maxLength(60)),
})
/** What was asked at a visit, in the guide's words of that day. */
export const Asked = z.object(asked(AskedQuestion))
export type Asked = z.output<typeof Asked>
/** While it is written; one's `own` questions are for nobody else. */
export const AskedSoFar = z.object({
  ...asked(AskedQuestion),
  questions: z.array(z.extend(AskedQuestion, { own: z.boolean() })).check(z.maxLength(60)),
})
export type AskedSoFar = z.output<typeof AskedSoFar>

export const showGuide = endpoint({
  name: 'showGuide',
  method: 'GET',
  path: '/api/guide',
  summary: 'What is asked at a visit as it stands now, and the twenty versions before',
  can: visitors,
  answer: z.object({ now: Guide, before: z.array(Guide), can: z.object({ write: z.boolean() }) }),
})
export const writeGuide = endpoint({
  name: 'writeGuide',
  method: 'POST',
  path: '/api/guide/versions',
  within: showGuide,
  summary: 'A new version of what is asked; visits keep the one they were made with',
  can: coordinators,
  status: 201,
  body: z.object({ questions: z.array(Question).check(z.minLength(1), z.maxLength(60)), version: z.int() }),
  answer: Guide,
  problems: ['changed-meanwhile'],
})

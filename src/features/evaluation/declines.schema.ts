/** Who declines, and why: counts of companies, for those who may open them. Never people. */
import { endpoint, named, z } from '#platform/endpoint'
import { staff } from '../centre/roles.ts'
import { Answer } from '../may-contact/answers.schema.ts'
import { Period } from './evaluation.schema.ts'
import { sizeGroups } from './stages.shared.ts'

const counted = {
  /** Companies of the lists that were called. */
  called: z.int(),
  /** Of these, who wants no contact. */
  declined: z.int(),
  /** Where we went, as agreed, and met nobody. */
  notMet: z.int(),
  /** Why, by the centre's own list and the reasons under its own words, most first; `name` null: no reason was chosen. */
  reasons: z.array(z.object({ name: z.nullable(z.string()), count: z.int() })),
}
export const Declines = named(
  'Declines',
  z.object({
    period: Period,
    total: z.object(counted),
    /** What companies said last, in the order of the keys; of these, in the centre's own words. */
    answers: z.array(
      z.object({
        answer: Answer,
        count: z.int(),
        own: z.array(
          z.object({
            name: z.string(),
            count: z.int(),
            /** Why, by the reasons under that word, most first. */
            reasons: z.array(z.object({ name: z.string(), count: z.int() })),
          }),
        ),
      }),
    ),
    lists: z.array(z.object({ key: z.int(), name: z.string(), ...counted })),
    industries: z.array(z.object({ key: z.int(), ...counted })),
    sizes: z.array(z.object({ key: z.enum(sizeGroups), ...counted })),
  }),
)
export const showDeclines = endpoint({
  name: 'showDeclines',
  method: 'GET',
  path: '/api/outcome/declines',
  summary: 'Who declines and why, by list, industry and size of company',
  can: staff,
  query: z.object({ period: z._default(Period, 'all') }),
  answer: Declines,
})

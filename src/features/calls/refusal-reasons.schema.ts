/** Why companies say no: a short list, the centre's own, one of which may stand beside their words. */
import { endpoint, named, Words, z } from '#platform/endpoint'
import { callers, coordinators } from '../centre/roles.ts'

export const RefusalReason = named('RefusalReason', z.object({ id: z.int(), name: z.string() }))
const Reasons = z.object({ rows: z.array(RefusalReason) })
export const listRefusalReasons = endpoint({
  name: 'listRefusalReasons',
  method: 'GET',
  path: '/api/refusal-reasons',
  summary: 'Reasons for a no, in the order they are offered',
  can: callers,
  answer: Reasons,
})
/** The list as it is to be: who has a number and its name stays, who has another name is another reason, who is missing is offered no more. What was answered keeps the reason as it was called. */
export const changeRefusalReasons = endpoint({
  name: 'changeRefusalReasons',
  method: 'PUT',
  path: '/api/refusal-reasons',
  summary: 'Choose the reasons for a no',
  can: coordinators,
  body: z.object({
    reasons: z
      .array(z.object({ id: z.optional(z.nullable(z.int())), name: Words(60) }))
      .check(z.minLength(1), z.maxLength(8)),
    /** Those that were on the list as it was seen: where another list stands meanwhile nothing is overwritten. */
    seen: z.optional(z.array(z.int())),
  }),
  answer: Reasons,
  problems: ['not-found', 'changed-meanwhile'],
})

/** What a company can answer; each has its consequence (effects.ts). */
import { named, z } from '#platform/endpoint'

export const answers = [
  'wants-contact',
  'later',
  'not-interested',
  'no-answer',
  'call-back',
  'wrong-number',
  'do-not-contact',
  'closed',
] as const
export const Answer = named('Answer', z.enum(answers))
export type AnswerWord = z.infer<typeof Answer>
/** A no, and "later": a reason may stand beside. */
export const refusals: readonly AnswerWord[] = ['later', 'not-interested', 'do-not-contact']

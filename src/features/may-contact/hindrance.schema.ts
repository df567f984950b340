/** Why a company may not be contacted now: what is written down, and the words of the API for it. */
import { z } from '#platform/endpoint'

/** What bars or opens contact; all but `ceased` and `protected`, which the register says, are written down by their owners. */
export const hindranceKinds = [
  'stop',
  'ceased',
  'closed',
  'protected',
  'strike',
  'regular-contact',
  'promise',
  'open-need',
  'meeting',
  'wait',
  'wrong-number',
  'in-hearing',
  'spoken',
  'visited',
] as const
export type HindranceKind = (typeof hindranceKinds)[number]

/** Why a company may not be called, the heaviest reason first. */
export const callReasons = [
  'do-not-contact',
  'closed',
  'protected',
  'struck',
  'running',
  'has-meeting',
  'wait',
  'in-hearing',
] as const
export const CallReason = z.enum(callReasons)
export type CallReasonWord = z.infer<typeof CallReason>

import * as m from '#texts'

/** What may happen to a referral. */
export const referralSteps = [
  'given',
  'taken',
  'answered',
  'given-back',
  'passed',
  'released',
  'withdrawn',
  'closed',
] as const
export type StepVerb = (typeof referralSteps)[number]

type Who = { who: string; to: string }
/** The same in words, in the thread of one; nobody named is the coordinators. */
export const stepWords: Record<StepVerb, (v: Who) => string> = {
  given: m.referrals_step_given,
  taken: m.referrals_step_taken,
  answered: m.referrals_step_answered,
  'given-back': m.referrals_step_given_back,
  passed: m.referrals_step_passed,
  released: m.referrals_step_released,
  withdrawn: m.referrals_step_withdrawn,
  closed: m.referrals_step_closed,
}

/** How far a referral is. */
export const referralStates = ['asked', 'taken', 'answered', 'closed', 'withdrawn'] as const
/** The same in a word. */
export const stateWords = {
  asked: m.referrals_state_asked,
  taken: m.referrals_state_taken,
  answered: m.referrals_state_answered,
  closed: m.referrals_state_closed,
  withdrawn: m.referrals_state_withdrawn,
} as const

/** The one table of what hinders contact: its order, what it stops, its words, and what can be done about it. */
import * as m from '#texts'
import type { CallReasonWord, HindranceKind, Purpose } from './hindrance.schema.ts'

type Text = typeof m.may_contact_is_closed
type Hindrance = {
  /** The heaviest first. */
  rank: number
  stops: readonly Purpose[]
  /** The word of the API. */
  word: CallReasonWord | 'spoken' | 'visited'
  /** In a word or two, as in a table. */
  short: Text
  /** In a sentence. */
  why: Text
  /** What can be done about it. */
  can: Text
}

const ended = {
  stops: ['outreach', 'agreed', 'evaluation'],
  word: 'closed',
  short: m.may_contact_is_closed,
  why: m.may_contact_sentence_closed,
} as const
/** Nobody new turns to them; what was agreed is held or called off by who has it. */
const goingUnder = { stops: ['outreach', 'evaluation'], can: m.may_contact_can_ask_running } as const
const left = {
  stops: ['outreach'],
  word: 'wait',
  short: m.may_contact_is_wait,
  why: m.may_contact_sentence_wait,
} as const
/** Somebody is in the middle of them: what was agreed goes on, and everyone else asks whoever has it. */
const running = {
  stops: ['outreach'],
  word: 'running',
  short: m.may_contact_is_running,
  why: m.may_contact_sentence_running,
  can: m.may_contact_can_ask,
} as const

export const hindrances: Record<HindranceKind, Hindrance> = {
  stop: {
    rank: 10,
    stops: ['outreach', 'agreed', 'evaluation'],
    word: 'do-not-contact',
    short: m.may_contact_is_do_not_contact,
    why: m.may_contact_sentence_do_not_contact,
    can: m.may_contact_can_lift,
  },
  ceased: { rank: 20, ...ended, can: m.may_contact_can_nothing },
  bankrupt: {
    rank: 21,
    ...goingUnder,
    word: 'bankrupt',
    short: m.may_contact_is_bankrupt,
    why: m.may_contact_sentence_bankrupt,
  },
  'being-dissolved': {
    rank: 22,
    ...goingUnder,
    word: 'being-dissolved',
    short: m.may_contact_is_being_dissolved,
    why: m.may_contact_sentence_being_dissolved,
  },
  closed: { rank: 25, ...ended, can: m.may_contact_can_lift },
  protected: {
    rank: 30,
    stops: ['outreach', 'evaluation'],
    word: 'protected',
    short: m.may_contact_is_protected,
    why: m.may_contact_sentence_protected,
    can: m.may_contact_can_record_basis,
  },
  strike: {
    rank: 40,
    stops: ['outreach'],
    word: 'struck',
    short: m.may_contact_is_struck,
    why: m.may_contact_sentence_struck,
    can: m.may_contact_can_await,
  },
  group: { rank: 44, ...running },
  'regular-contact': { rank: 45, ...running },
  promise: { rank: 46, ...running },
  'open-need': { rank: 47, ...running },
  'new-time': { rank: 48, ...running },
  referral: { rank: 49, ...running },
  meeting: {
    rank: 50,
    stops: ['outreach'],
    word: 'has-meeting',
    short: m.may_contact_is_has_meeting,
    why: m.may_contact_sentence_has_meeting,
    can: m.may_contact_can_see_meeting,
  },
  wait: { rank: 60, ...left, can: m.may_contact_can_lift },
  'wrong-number': { rank: 65, ...left, why: m.may_contact_sentence_wrong_number, can: m.may_contact_can_find_number },
  'in-hearing': {
    rank: 70,
    stops: ['outreach'],
    word: 'in-hearing',
    short: m.may_contact_is_in_hearing,
    why: m.may_contact_sentence_in_hearing,
    can: m.may_contact_can_await_hearing,
  },
  spoken: {
    rank: 80,
    stops: [],
    word: 'spoken',
    short: m.may_contact_is_spoken,
    why: m.may_contact_sentence_spoken,
    can: m.may_contact_can_read_thread,
  },
  visited: {
    rank: 90,
    stops: [],
    word: 'visited',
    short: m.may_contact_is_visited,
    why: m.may_contact_sentence_visited,
    can: m.may_contact_can_read_thread,
  },
}

/** The same by the word of the API; where two kinds share one, the heavier speaks. */
const byWord = new Map(
  Object.values(hindrances)
    .toSorted((a, b) => b.rank - a.rank)
    .map((one) => [one.word, one] as const),
)
export const hindranceOf = (word: CallReasonWord): Hindrance => byWord.get(word) ?? hindrances.wait

/** `old`: of all of the company that the workplace was of. */
type Who = (
  values: { who: string; old: string | null },
  options: NonNullable<Parameters<typeof m.may_contact_sentence_promise>[1]>,
) => string
/** Who has it, in a sentence; where nobody is to be named, the kind's own sentence stands. */
export const inHandSays: Partial<Record<HindranceKind, Who>> = {
  'regular-contact': ({ who, old }, options) =>
    old === null
      ? m.may_contact_sentence_regular_contact({ who }, options)
      : m.may_contact_sentence_regular_contact_before({ who, old }, options),
  group: m.may_contact_sentence_group,
  promise: m.may_contact_sentence_promise,
  'open-need': m.may_contact_sentence_open_need,
  'new-time': m.may_contact_sentence_new_time,
  referral: m.may_contact_sentence_referral,
  meeting: m.may_contact_sentence_meeting_with,
}

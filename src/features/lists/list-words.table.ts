/** What a list says of itself and of each company, on pages and in files; what keeps us from calling has may-contact's words. */
import type { Language } from '#platform/text/language'
import * as m from '#texts'
import type { CallReasonWord } from '../may-contact/hindrance.schema.ts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import type { inReasons, ownReasons, Reason } from './criteria.schema.ts'
import type { listStates } from './lists.schema.ts'

/** Without a language: the page's. */
type In = { locale?: Language }
type Short = (values: Record<string, never>, options?: In) => string
type Sentence = (values: { date: string; detail: string }, options?: In) => string

export const stateWords: Record<(typeof listStates)[number], Short> = {
  draft: m.lists_state_draft,
  drawn: m.lists_state_drawn,
  'in-hearing': m.lists_state_in_hearing,
  calling: m.lists_state_calling,
  closed: m.lists_state_closed,
}

type Own = (typeof inReasons)[number] | (typeof ownReasons)[number]
/** What only a list can say of a company: beside its count, and in a sentence. */
const own: Record<Own, { short: Short; why: Sentence }> = {
  fits: { short: m.lists_kind_fits, why: m.lists_why_fits },
  'chosen-at-random': { short: m.lists_kind_random, why: m.lists_why_random },
  'in-another-list': { short: m.lists_kind_in_another_list, why: m.lists_why_in_another_list },
  'same-company': { short: m.lists_kind_same_company, why: m.lists_why_same_company },
  'over-limit': { short: m.lists_kind_over_limit, why: m.lists_why_over_limit },
}
const isOwn = (reason: Reason): reason is Own => reason in own
/** Said more shortly with its day than in a sentence beside it. */
const untilThen: Partial<Record<CallReasonWord, Sentence>> = {
  wait: m.lists_why_wait,
  struck: m.lists_why_struck,
  'has-meeting': m.lists_why_has_meeting,
}

/** A reason beside its count: "har ro". */
export const shortOf = (reason: Reason, options?: In) =>
  (isOwn(reason) ? own[reason] : hindranceOf(reason)).short({}, options)

type Drawn = { reason: Reason; detail: string | null; struck: boolean }
/** Why a company is on the list or not, as a sentence; `date` is the day, in words, from which it is free again. */
export const whyOf = ({ reason, detail, struck }: Drawn, date: string | null, options?: In) => {
  if (struck) return m.lists_why_sorted_out({}, options)
  if (isOwn(reason)) return own[reason].why({ date: date ?? '', detail: detail ?? '' }, options)
  const why = hindranceOf(reason).why({}, options)
  if (date === null) return why
  return untilThen[reason]?.({ date, detail: '' }, options) ?? `${why} ${m.lists_why_free_from({ date }, options)}`
}

import { sayDate } from '#platform/text/danish'
import type { Language } from '#platform/text/language'
import * as m from '#texts'

type Drawn = { reason: string; untilOn: string | null; detail: string | null; struck: boolean }

const states: Record<string, () => typeof m.lists_state_draft> = {
  draft: () => m.lists_state_draft,
  drawn: () => m.lists_state_drawn,
  'in-hearing': () => m.lists_state_in_hearing,
  heard: () => m.lists_state_heard,
  closed: () => m.lists_state_closed,
}
const reasons: Record<
  string,
  () => (values: { date: string; detail: string }, options: { locale: Language }) => string
> = {
  fits: () => m.lists_why_fits,
  'chosen-at-random': () => m.lists_why_random,
  closed: () => m.lists_why_closed,
  protected: () => m.lists_why_protected,
  'do-not-contact': () => m.lists_why_do_not_contact,
  waiting: () => m.lists_why_waiting,
  struck: () => m.lists_why_struck,
  'has-meeting': () => m.lists_why_has_meeting,
  'in-another-list': () => m.lists_why_in_another_list,
  'same-company': () => m.lists_why_same_company,
  'over-limit': () => m.lists_why_over_limit,
}

/** What stands in files instead of codes. */
export const inWords = {
  state: (state: string, language: Language) => states[state]?.()({}, { locale: language }) ?? state,
  reason: ({ reason, untilOn, detail, struck }: Drawn, language: Language) => {
    if (struck) return m.lists_why_sorted_out({}, { locale: language })
    const values = { date: untilOn ? sayDate(untilOn, language, '0000') : '', detail: detail ?? '' }
    return reasons[reason]?.()(values, { locale: language }) ?? reason
  },
}

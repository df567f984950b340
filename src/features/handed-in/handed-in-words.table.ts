/** What lines and handed-in companies are said to be, on the page and in files. */
import type { z } from '#platform/endpoint'
import type { Language } from '#platform/text/language'
import * as m from '#texts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import { callReasons } from '../may-contact/hindrance.schema.ts'
import type { groups, HandedIn, HandInLine } from './handed-in.schema.ts'

type Line = z.infer<typeof HandInLine>
type Shown = z.infer<typeof HandedIn>

export const groupWords: Record<(typeof groups)[number], () => string> = {
  'look-up': m.handed_in_group_look_up,
  answer: m.handed_in_group_answer,
  cannot: m.handed_in_group_cannot,
  maybe: m.handed_in_group_maybe,
  ready: m.handed_in_group_ready,
}

const digitsIn = (wrote: string) => wrote.replace(/\D/g, '').length
const own: Record<Exclude<Line['why'], (typeof callReasons)[number]>, (line: Line) => string> = {
  'look-up': () => m.handed_in_why_look_up(),
  choose: ({ candidates }) => (candidates.length === 1 ? m.handed_in_why_choose_one() : m.handed_in_why_choose()),
  'not-found': () => m.handed_in_why_not_found(),
  digits: ({ wrote }) =>
    [8, 10].includes(digitsIn(wrote))
      ? m.handed_in_why_digits_unknown()
      : m.handed_in_why_digits({ count: digitsIn(wrote) }),
  twice: ({ sameAs }) => m.handed_in_why_twice({ n: sameAs ?? 0 }),
  'no-phone': () => m.handed_in_why_no_phone(),
  own: () => m.handed_in_why_own(),
  maybe: () => m.handed_in_why_maybe(),
  ready: () => m.handed_in_why_ready(),
}
const isReason = (why: Line['why']): why is (typeof callReasons)[number] => callReasons.some((one) => one === why)
/** Why a line stands where it does, as a sentence. */
export const whyOf = (line: Line): string => (isReason(line.why) ? hindranceOf(line.why).why({}) : own[line.why](line))

const stateWords: Record<Exclude<Shown['state'], 'left-out'>, typeof m.handed_in_state_gathered> = {
  gathered: m.handed_in_state_gathered,
  'next-quarter': m.handed_in_state_next_quarter,
  'in-hearing': m.handed_in_state_in_hearing,
  calling: m.handed_in_state_calling,
  closed: m.handed_in_state_closed,
}
/** What became of one that was handed in. Without a language: the page's. */
export const stateOf = ({ state, why }: Pick<Shown, 'state' | 'why'>, locale?: Language): string => {
  const said = locale && { locale }
  if (state !== 'left-out') return stateWords[state]({}, said)
  const word = callReasons.find((one) => one === why)
  if (word) return m.handed_in_state_left_out_why({ why: hindranceOf(word).short({}, said) }, said)
  if (why === 'in-another-list') return m.handed_in_state_left_out_why({ why: m.handed_in_other_list({}, said) }, said)
  return m.handed_in_state_left_out({}, said)
}

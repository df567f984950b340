/** What companies that were handed in are said to be, on the page and in files. */
import type { z } from '#platform/endpoint'
import type { Language } from '#platform/text/language'
import * as m from '#texts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import { callReasons } from '../may-contact/hindrance.schema.ts'
import type { HandedIn } from './handed-in.schema.ts'

type Shown = z.infer<typeof HandedIn>
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
  if (why === 'same-company') return m.handed_in_state_left_out_why({ why: m.handed_in_same_company({}, said) }, said)
  return m.handed_in_state_left_out({}, said)
}

/** What lines are said to be. */
import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import { callReasons } from '../may-contact/hindrance.schema.ts'
import type { groups, HandInLine } from './hand-in.schema.ts'

type Line = z.infer<typeof HandInLine>

export const groupWords: Record<(typeof groups)[number], () => string> = {
  'look-up': m.hand_in_group_look_up,
  answer: m.hand_in_group_answer,
  cannot: m.hand_in_group_cannot,
  maybe: m.hand_in_group_maybe,
  ready: m.hand_in_group_ready,
}

const digitsIn = (wrote: string) => wrote.replace(/\D/g, '').length
const own: Record<Exclude<Line['why'], (typeof callReasons)[number]>, (line: Line) => string> = {
  'look-up': () => m.hand_in_why_look_up(),
  choose: ({ candidates }) => (candidates.length === 1 ? m.hand_in_why_choose_one() : m.hand_in_why_choose()),
  meant: ({ candidates }) => (candidates.length === 1 ? m.hand_in_why_meant_one() : m.hand_in_why_meant()),
  'not-found': () => m.hand_in_why_not_found(),
  digits: ({ wrote }) =>
    [8, 10].includes(digitsIn(wrote))
      ? m.hand_in_why_digits_unknown()
      : m.hand_in_why_digits({ count: digitsIn(wrote) }),
  twice: ({ sameAs }) => m.hand_in_why_twice({ n: sameAs ?? 0 }),
  'no-phone': () => m.hand_in_why_no_phone(),
  own: () => m.hand_in_why_own(),
  maybe: () => m.hand_in_why_maybe(),
  ready: () => m.hand_in_why_ready(),
}
const isReason = (why: Line['why']): why is (typeof callReasons)[number] => callReasons.some((one) => one === why)
/** Why a line stands where it does, as a sentence. */
export const whyOf = (line: Line): string => (isReason(line.why) ? hindranceOf(line.why).why({}) : own[line.why](line))

import * as m from '#texts'
import { saysDate } from '#web/parts/dates.ts'

type State = 'draft' | 'drawn' | 'in-hearing' | 'heard' | 'closed'
const states: Record<State, () => string> = {
  draft: m.lists_state_draft,
  drawn: m.lists_state_drawn,
  'in-hearing': m.lists_state_in_hearing,
  heard: m.lists_state_heard,
  closed: m.lists_state_closed,
}
export const saysState = (state: State) => states[state]()

type Drawn = { reason: string; untilOn: string | null; detail: string | null; struck: boolean }
type Words = (values: { date: string; detail: string }) => string
const whys: Record<string, Words> = {
  fits: m.lists_why_fits,
  'chosen-at-random': m.lists_why_random,
  closed: m.lists_why_closed,
  protected: m.lists_why_protected,
  'do-not-contact': m.lists_why_do_not_contact,
  waiting: m.lists_why_waiting,
  struck: m.lists_why_struck,
  'has-meeting': m.lists_why_has_meeting,
  'in-another-list': m.lists_why_in_another_list,
  'same-company': m.lists_why_same_company,
  'over-limit': m.lists_why_over_limit,
}
/** Why a company is on the list or not, as a sentence. */
export const saysWhy = ({ reason, untilOn, detail, struck }: Drawn) =>
  struck
    ? m.lists_why_sorted_out()
    : (whys[reason]?.({ date: untilOn ? saysDate(untilOn) : '', detail: detail ?? '' }) ?? '')

const kinds: Record<string, () => string> = {
  fits: m.lists_kind_fits,
  'chosen-at-random': m.lists_kind_random,
  closed: m.lists_kind_closed,
  protected: m.lists_kind_protected,
  'do-not-contact': m.lists_kind_do_not_contact,
  waiting: m.lists_kind_waiting,
  struck: m.lists_kind_struck,
  'has-meeting': m.lists_kind_has_meeting,
  'in-another-list': m.lists_kind_in_another_list,
  'same-company': m.lists_kind_same_company,
  'over-limit': m.lists_kind_over_limit,
}
/** A reason beside its count: "har ro". */
export const saysKind = (reason: string) => kinds[reason]?.() ?? reason

export const saysStaff = (employees: number | null) =>
  employees === null ? '' : employees === 1 ? m.lists_staff_one() : m.lists_staff({ count: employees })
/** "Fjordby · 61 ansatte" */
export const saysPlace = (row: { town: string | null; employees: number | null }) =>
  [row.town, saysStaff(row.employees)].filter(Boolean).join(' · ')

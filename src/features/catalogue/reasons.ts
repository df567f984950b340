import * as m from '#texts'
import { both, quoted } from '#platform/text/said'

/** Why a row could not be used, and what to do. */
export const reason = {
  count: (text: string) => both(m.catalogue_reason_count, { text: quoted(text) }),
  amount: (text: string) => both(m.catalogue_reason_amount, { text: quoted(text) }),
  yesNo: (text: string) => both(m.catalogue_reason_yes_no, { text: quoted(text) }),
  date: (text: string) => both(m.catalogue_reason_date, { text: quoted(text) }),
  empty: () => both(m.catalogue_reason_empty, {}),
  quickNumber: (text: string) => both(m.catalogue_reason_quick_number, { text: quoted(text) }),
  noCourse: () => both(m.catalogue_reason_no_course, {}),
  endsFirst: (start: string, end: string) => both(m.catalogue_reason_ends_first, { start, end }),
  twice: (line: number) => both(m.catalogue_reason_twice, { line }),
} as const

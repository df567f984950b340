import { quoted, reason } from '../imports/imports.ts'

/** Why a row could not be used, and what to do. */
export const reasons = {
  count: (text: string) => reason('catalogue_reason_count', { text: quoted(text) }),
  amount: (text: string) => reason('catalogue_reason_amount', { text: quoted(text) }),
  yesNo: (text: string) => reason('catalogue_reason_yes_no', { text: quoted(text) }),
  date: (text: string) => reason('catalogue_reason_date', { text: quoted(text) }),
  empty: () => reason('catalogue_reason_empty', {}),
  quickNumber: (text: string) => reason('catalogue_reason_quick_number', { text: quoted(text) }),
  noCourse: () => reason('catalogue_reason_no_course', {}),
  endsFirst: (start: string, end: string) => reason('catalogue_reason_ends_first', { start, end }),
  twice: (line: number) => reason('catalogue_reason_twice', { line }),
  otherFile: (columns: string) => reason('catalogue_file_other', { columns }),
} as const

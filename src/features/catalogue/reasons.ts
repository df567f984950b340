import * as m from '#texts'

/** A sentence in both languages: an import is read by whoever comes later, in their own. */
export type Said = { da: string; en: string }

type Message<V> = (values: V, options: { locale: 'da' | 'en' }) => string
const both = <V>(message: Message<V>, values: V): Said => ({
  da: message(values, { locale: 'da' }),
  en: message(values, { locale: 'en' }),
})
/** A cell as it can be quoted in a sentence. */
const quoted = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

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

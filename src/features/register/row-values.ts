import { readWrittenDate } from '#platform/text/written-date'
import { legalForms } from '../official-codes/legal-forms.table.ts'
import { keyOf, type Read, saysInactive, saysStanding } from '../official-codes/official-codes.ts'
import { type Facts, goesOn, tidy } from './company-facts.ts'
import { quoted, reason, type Reason } from '../imports/imports.ts'
import { reasons } from './reasons.ts'
import { type Employment, intervalOf } from './register-employment.ts'

/** The register's own word. */
const ceased = 'OPH\u00D8RT'

/** Days since 1900, as a spreadsheet holds a date: from 1954 to 2064. Some count from 1904, so it is asked about. */
const isDayNumber = (text: string) => /^[2-5]\d{4}(?:[.,]\d+)?$/.test(text.trim())

/** Unknown dates of the register (1900, 1901) are null. */
export const readDate = (text: string): Read<string | null> => {
  const date = readWrittenDate(text)
  if (!date) return { wrong: isDayNumber(text) ? reasons.dayNumber(text) : reasons.date(text) }
  return { value: date.year <= 1901 ? null : date.toString() }
}

/**
 * When it closed: a date, or only that it has (`ja`, `x`, `ophørt`); `nej` says that it goes on. A word that says neither is wrong.
 */
export const readClosed = (text: string): Read<Partial<Facts>> => {
  const date = readDate(text)
  if ('value' in date) return { value: date.value === null ? {} : { closedOn: date.value } }
  const said = readYesNo(text)
  if ('value' in said) return { value: said.value ? { statusText: ceased } : {} }
  if (isDayNumber(text)) return date
  return goesOn(text) ? { wrong: reasons.closed(text) } : { value: { statusText: tidy(text, 100) } }
}

/** A number, `20-49`, `20 - 49`, `1000+`, `ANTAL_20_49`; a thousand may be written `1.200`. */
export const readEmployees = (text: string): Read<Employment> => {
  const plain = text
    .trim()
    .replace(/^'/, '')
    .replace(/\s*(?:ansatte|medarbejdere|medarb\.?|personer|pers\.?|employees)$/i, '')
    .replace(/^(\d{1,3})(?:\.(\d{3}))+$/, (all) => all.replaceAll('.', ''))
  const number = /^(\d{1,7})(?:[.,]0+)?$/.exec(plain)
  if (number) return { value: { employees: Number(number[1]), employeesFrom: null, employeesTo: null } }
  const range = /^(\d{1,7})\s*(?:-|–|til)\s*(\d{1,7})$/.exec(plain)
  const more = /^(\d{1,7})\s*(?:\+|eller derover|og derover)$/.exec(plain)
  const interval = range
    ? intervalOf(`ANTAL_${range[1]}_${range[2]}`)
    : more
      ? intervalOf(`ANTAL_${more[1]}_`)
      : intervalOf(plain.toUpperCase())
  if (!interval || (interval.to !== null && interval.to < interval.from)) return { wrong: reasons.employees(text) }
  return { value: { employees: null, employeesFrom: interval.from, employeesTo: interval.to } }
}

const yes = ['ja', 'j', '1', 'true', 'sand', 'sandt', 'yes', 'y', 'x']
const no = ['nej', 'n', '0', 'false', 'falsk', 'no']
export const readYesNo = (text: string): Read<boolean> => {
  const word = text.trim().toLowerCase()
  if (yes.includes(word)) return { value: true }
  return no.includes(word) ? { value: false } : { wrong: reasons.yesNo(text) }
}

const isOpen = (text: string) => /^(?:aktiv|active|allow|allowed|tilladt|ok)$/i.test(text.trim())
const saysYes = (text: string) => {
  const said = readYesNo(text)
  return 'value' in said ? said.value : undefined
}
/** Whether a company is active, or may be contacted, in the words of whoever kept the list: only a plain yes lets the row in. */
export const readActive = (text: string): Read<true> =>
  saysYes(text) || isOpen(text) ? { value: true } : { wrong: reasons.leftAlone(text) }
/** Whether it is blocked or must be left alone: only a plain no lets the row in. */
export const readLeftAlone = (text: string): Read<false> =>
  saysYes(text) === false || isOpen(text) ? { value: false } : { wrong: reasons.leftAlone(text) }

/** How it stands: a plain word that it is out of use keeps the row out, as such a column does; any other is kept as it stands. */
export const readInUse = (text: string): Read<true> =>
  saysInactive(text) ? { wrong: reasons.leftAlone(text) } : { value: true }

const mostWords = 10
const mostCounted = 1000

/** Words in a status column that say nothing of how a company stands: counted, so that whoever imports sees them and decides. */
export const statusWatch = () => {
  const words = new Map<string, { word: string; count: number }>()
  return {
    see: (word: string | null | undefined): void => {
      if (!word || saysStanding(word)) return
      const key = word.toLowerCase()
      const seen = words.get(key)
      if (seen) seen.count += 1
      else if (words.size < mostCounted) words.set(key, { word, count: 1 })
    },
    /** The most frequent ones, with their counts. */
    told: (column: string): Reason[] => {
      const all = [...words.values()].toSorted((a, b) => b.count - a.count)
      if (all.length === 0) return []
      const first = all.slice(0, mostWords).map(({ word, count }) => `${quoted(word)} (${count})`)
      const list = `${first.join(', ')}${all.length > mostWords ? ' …' : ''}`
      return [reason('register_reason_status_words', { column, words: list })]
    },
  }
}

const formKeys = new Map<string, (typeof legalForms)[number]>(
  legalForms.flatMap((form) =>
    [String(form.code), form.short, ...form.also].map((word) => [keyOf(word), form] as const),
  ),
)
/** Legal form from its code or one of its names; a name we do not know is kept as it stands. */
export const formOf = (text: string): Pick<Facts, 'formCode' | 'form'> | undefined => {
  const known = formKeys.get(keyOf(text))
  if (known) return { formCode: known.code, form: known.short }
  const number = /^\d{1,3}$/.test(text.trim())
  if (number) return undefined
  const words = tidy(text, 60)
  return words === null ? undefined : { formCode: null, form: words }
}

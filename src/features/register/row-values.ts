import { readWrittenDate } from '#platform/text/written-date'
import { type Facts, tidy } from './company-facts.ts'
import type { Read } from '../official-codes/cvr-number.ts'
import { legalForms } from '../official-codes/legal-forms.table.ts'
import { municipalities } from '../official-codes/municipalities.table.ts'
import { reasons } from './reasons.ts'
import { type Employment, intervalOf } from './register-employment.ts'

/** Lower case, only letters and digits: `KØBENHAVN`, `Københavns Kommune ` and `københavn` have one key. */
export const keyOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '')

/**
 * A phone number as we compare it: eight digits for a Danish one, `+` and digits for a foreign one, the digits as they are
 * otherwise (Greenland has six). Null when it is none.
 */
export const readPhone = (text: string): string | null => {
  const digits = text.replace(/[^\d+]/g, '').replace(/^00/, '+')
  const danish = digits.replace(/^\+45(?=\d{8}$)/, '').replace(/^45(?=\d{8}$)/, '')
  return /^(\d{5,12}|\+\d{6,15})$/.test(danish) ? danish : null
}

/** Unknown dates of the register (1900, 1901) are null. */
export const readDate = (text: string): Read<string | null> => {
  const date = readWrittenDate(text)
  if (!date) return { wrong: reasons.date(text) }
  return { value: date.year <= 1901 ? null : date.toString() }
}

/** A number, `20-49`, `20 - 49`, `1000+`, `ANTAL_20_49`; a thousand may be written `1.200`. */
export const readEmployees = (text: string): Read<Employment> => {
  const plain = text.trim().replace(/^(\d{1,3})(?:\.(\d{3}))+$/, (all) => all.replaceAll('.', ''))
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

/** Six digits; Excel drops leading zeros, and older lists write `62.02.00` or a letter section before it. */
export const readIndustry = (text: string): Read<string> => {
  const digits = text
    .trim()
    .replace(/[.,]0$/, '')
    .replace(/^[A-Z]{1,2}\.?/i, '')
    .replace(/[.\s]/g, '')
  if (!/^\d{5,6}$/.test(digits)) return { wrong: reasons.industry(text) }
  return { value: digits.padStart(6, '0') }
}

/** Four digits, leading zeros brought back (0800 Høje Taastrup); a foreign code as it stands. */
export const readPostalCode = (text: string): Read<string> => {
  const code = text
    .trim()
    .replace(/[.,]0$/, '')
    .replace(/^DK-?/i, '')
  if (/^\d{3,4}$/.test(code)) return { value: code.padStart(4, '0') }
  return /^[A-Z]{0,3}-?[A-Z0-9 ]{3,10}$/i.test(code) ? { value: code } : { wrong: reasons.postalCode(text) }
}

const byName = new Map<string, number>(
  municipalities.flatMap(({ name, code }) =>
    [name, `${name} Kommune`, `${name}s Kommune`].map((one) => [keyOf(one), code] as const),
  ),
)
const byCode = new Map(municipalities.map((one) => [one.code, one]))

/** Code of a municipality from its code (`101`, `0101`) or its name in any case; null when we do not know it (Greenland). */
export const municipalityCode = (text: string): number | null => {
  const digits = /^0?(\d{3})(?:[.,]0)?$/.exec(text.trim())?.[1]
  return digits ? Number(digits) : (byName.get(keyOf(text)) ?? null)
}
export const municipalityName = (code: number | null): string | null =>
  code === null ? null : (byCode.get(code)?.name ?? null)

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

import type { Reason } from '#platform/reason'
import { reasons } from './reasons.ts'

/** A value that could be read, or why not. */
export type Read<T> = { value: T } | { wrong: Reason }

/** Weights of modulus 11 (erhvervsstyrelsen.dk/modulus_11): eight digits are a CVR number when their weighted sum divides by 11. */
const weights = [2, 7, 6, 5, 4, 3, 2, 1] as const

export const hasCvrCheckDigit = (digits: string) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0

/** `1.2345678E7` with every digit there; one with fewer may have been rounded, and stays as it is. */
const whole = (text: string) => {
  const [, first = '', rest = '', power = ''] = /^(\d)[.,](\d+)E\+?0?(\d)$/i.exec(text) ?? []
  return rest !== '' && rest.length === Number(power) ? `${first}${rest}` : text
}

/** What spreadsheets and people put around a number: spaces (also hard ones), dots and hyphens between groups, `.0` of a decimal cell. */
const bare = (text: string) =>
  whole(text.trim())
    .replace(/[.,]0+$/, '')
    .replace(/[\s\u00A0\u202F.'-]/g, '')

/** A CVR number as eight digits, however it is written: `12 34 56 78`, `DK12345678`, `CVR-nr. 12345678`, `12345678.0`. */
export const readCvr = (text: string): Read<string> => {
  const digits = bare(text).replace(/^(?:(?:CVR|VAT)(?:nr|nummer|no)?:?|DK:?)+/i, '')
  if (digits === '') return { wrong: reasons.cvrMissing() }
  if (/^\d+E\+?\d+$/i.test(digits.replace(',', ''))) return { wrong: reasons.cvrRounded(text) }
  if (!/^\d+$/.test(digits)) return { wrong: reasons.cvrLetters(text) }
  if (digits.length !== 8) return { wrong: reasons.cvrLength(text, digits.length) }
  if (!hasCvrCheckDigit(digits)) return { wrong: reasons.cvrCheckDigit(text) }
  return { value: digits }
}

/** A P-number as ten digits. No check digit: the register itself issued a series with wrong ones (same page). */
export const readPNumber = (text: string): Read<string> => {
  const digits = bare(text).replace(/^P:?/i, '')
  if (!/^\d{10}$/.test(digits)) return { wrong: reasons.pNumber(text) }
  return { value: digits }
}

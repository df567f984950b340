/** Front door of official codes: how the numbers and codes that everybody writes alike are read, and what they are called. */
import type { Read } from './cvr-number.ts'
import { municipalities } from './municipalities.table.ts'
import { reasons } from './reasons.ts'

export { type Read, readCvr, readPNumber } from './cvr-number.ts'

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

/** Middle of a municipality: latitude and longitude in degrees. */
export const municipalityPlace = (code: number) => byCode.get(code)?.at

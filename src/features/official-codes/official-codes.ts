/** Front door of official codes: how the numbers and codes that everybody writes alike are read, and what they are called. */
import type { Read } from './cvr-number.ts'
import { municipalities } from './municipalities.table.ts'
import { reasons } from './reasons.ts'
import { inactive, ofRegister, statusWords } from './status-words.table.ts'

export { type Read, readCvr, readPNumber } from './cvr-number.ts'
export { cells, guessColumns, headingsOf, kinds, mostly } from './guess-columns.ts'
export { keyOf } from './key.ts'
export { type ContactWays, readContactWays } from './read-contact-way.ts'
export { readMunicipality } from './read-municipality.ts'
export { readPhone, readPhones } from './read-phone.ts'
export { type Place, readPlace, readShifted, readWhere } from './read-place.ts'

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

/** How a company stands, in the register's own words where we know them; else as it was written. */
export const readStatus = (text: string): string => statusWords.find(({ says }) => says.test(text.trim()))?.word ?? text

/** Whether a word says plainly that the company is out of use, in whoever's list it stands. */
export const saysInactive = (text: string): boolean => inactive.test(text.trim())
/** Whether a word says how the company stands at all; `Kunde`, `Emne` say something else. */
export const saysStanding = (text: string): boolean => ofRegister.test(readStatus(text).trim())

const byCode = new Map(municipalities.map((one) => [one.code, one]))

export const municipalityName = (code: number | null): string | null =>
  code === null ? null : (byCode.get(code)?.name ?? null)

/** Middle of a municipality: latitude and longitude in degrees. */
export const municipalityPlace = (code: number) => byCode.get(code)?.at

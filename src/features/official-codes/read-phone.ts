/** Phone numbers as people and spreadsheets write them. What is not understood whole is never made into a number. */

/** `rest`: what stood there beside the number, or all of it when there is none. */
export type ReadPhones = { value: string | null; rest: string }

/** `36154500.0` of a decimal cell; an apostrophe that keeps a cell as text. */
const plain = (text: string) =>
  text
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^'/, '')
    .replace(/^(\+?\d+)[.,]0+$/, '$1')

const label =
  /^(?:telefon|tlf|tel|phone|mobil|mobile|mob|t|m|fastnet|hovednr|hovednummer|kontor|arbejde|direkte|omstilling)[.:\s]*(?:nr|nummer)?[.:\s]*(?=[+(\d])/i
/** Digits in groups, with one sign between two of them; the country's code may stand in brackets. */
const number = /^(?:\((?:\+|00)?\d{1,3}\)|\+)?\s?\d+(?:(?:\s?[-.–]\s?|\s)\d+)*/u
/** Eight digits as well. */
const date = /^(?:(?:19|20)\d\d[-.]\d\d[-.]\d\d|\d\d?[-.]\d\d?[-.](?:19|20)\d\d)$/
/** Two numbers in a cell. */
const between = /\s*(?:[/,;|\n]|\s(?:eller|og|or|and|&)\s)\s*/i

/**
 * Eight digits that begin with 2 to 9 in Denmark (the numbering plan gives no subscriber others), `+` and digits elsewhere, six digits as in
 * Greenland and the Faroes.
 */
const callable = (written: string): string | null => {
  const digits = written.replace(/[^\d+]/g, '').replace(/^00/, '+')
  const danish = digits.replace(/^\+?45(?=\d{8}$)/, '')
  return /^([2-9]\d{7}|[1-9]\d{5}|\+(?!45|0)\d{7,15})$/.test(danish) ? danish : null
}

/** One number at the beginning of a part; what follows it must be words, never more digits. */
const beginning = (part: string): ReadPhones => {
  const bare = part.replace(label, '')
  const written = number.exec(bare)?.[0] ?? ''
  const after = bare.slice(written.length)
  const understood = /^\s*(?:$|(?:[-–:]\s*)?[\p{L}(])/u.test(after) && !/^e[+-]?\d|^\s*\(0\)/i.test(after)
  const value = understood && !date.test(written) ? callable(written) : null
  return { value, rest: value === null ? part : after.replace(/^\s*[-–:]/, '').trim() }
}

/** `36154500 + 20304050`, `36154500 - 20304050`: two numbers only when each is one by itself. */
const joinedBySign = (part: string): string[] => {
  const sides = part.split(/\s+[+–-]\s+/)
  return sides.every((side) => beginning(side.trim()).value !== null) ? sides : [part]
}

/** The first number in a cell, and what else stands there. */
export const readPhones = (text: string): ReadPhones => {
  const parts = plain(text).split(between).flatMap(joinedBySign)
  const read = parts.map((part) => beginning(part.trim()))
  const first = read.findIndex(({ value }) => value !== null)
  const value = read[first]?.value ?? null
  const others = read.map(({ rest }, at) => (at === first ? rest : (parts[at] ?? '').trim()))
  const same = (other: string) => value !== null && beginning(other).value === value
  return {
    value,
    rest: value === null ? text.trim() : others.filter((other) => other !== '' && !same(other)).join(', '),
  }
}

/** A number and nothing else, as we compare it: eight digits, `+` and digits of another country, six digits. Null when it is none. */
export const readPhone = (text: string): string | null => {
  const { value, rest } = readPhones(text)
  return rest === '' ? value : null
}

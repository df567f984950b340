import { nearly, shortened, withinSlips } from './nearly.ts'

/** Which words of two texts found each other, and whether one of them only by a slip of the finger. */
export type Aligned = { ours: boolean[]; theirs: boolean[]; slipped: boolean }

const digits = /\d/
/** A word with digits is a number or a code of something: another digit is another thing, no slip. */
export const hasDigits = (word: string): boolean => digits.test(word)
const isSlip = (one: string, other: string): boolean => nearly(one, other) && !hasDigits(one) && !hasDigits(other)
/** As much as one slip between texts of several words. */
export const oneSlip = (one: string, other: string): boolean =>
  withinSlips(one, other, 1) && !hasDigits(one) && !hasDigits(other)

const digitsOf = (word: string): string => word.replaceAll(/\D/g, '')
const isShort = (one: string, other: string): boolean =>
  (shortened(one, other) || shortened(other, one)) && digitsOf(one) === digitsOf(other)

/** Finds words as they are, two written as one, with a slip, shortened. */
export const aligned = (words: readonly string[], texts: readonly string[]): Aligned => {
  const ours = words.map(() => false)
  const theirs = texts.map(() => false)
  let slipped = false
  const pass = (same: (our: string, their: string) => boolean, slip: boolean) => {
    for (const [our, word] of words.entries()) {
      if (ours[our]) continue
      const their = texts.findIndex((one, place) => !theirs[place] && same(word, one))
      if (their < 0) continue
      ours[our] = true
      theirs[their] = true
      slipped ||= slip
    }
  }
  pass((our, their) => our === their, false)
  if (ours.every(Boolean) || theirs.every(Boolean)) return { ours, theirs, slipped }
  joined(words, texts, ours, theirs)
  joined(texts, words, theirs, ours)
  pass(isSlip, true)
  pass(isShort, true)
  return { ours, theirs, slipped }
}

/** `midtjysktømrer` for `midtjysk tømrer`. */
const joined = (ones: readonly string[], others: readonly string[], foundOnes: boolean[], foundOthers: boolean[]) => {
  for (const [place, one] of ones.entries())
    for (let first = 0; first + 1 < others.length && !foundOnes[place]; first += 1) {
      if (foundOthers[first] || foundOthers[first + 1]) continue
      const both = `${others[first]}${others[first + 1]}`
      if (both === one || (one.length > 7 && oneSlip(both, one))) {
        foundOnes[place] = true
        foundOthers[first] = true
        foundOthers[first + 1] = true
      }
    }
}

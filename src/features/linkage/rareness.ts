import { shortAt, longAt, realAt } from '#platform/columns'
import { hashOf, hashTogether } from '#platform/hash'
import { countUnder } from '#platform/block-index'
import { areaOf, kind, placeKey } from './block-keys.ts'
import type { Register } from './register.ts'

/** How many companies of the register have what: the `u` of Fellegi and Sunter without drawing pairs, for each value by itself. */
export type Marginals = {
  codes: Uint32Array
  areas: Uint32Array
  towns: Map<number, number>
  /** Share of names with so many words or fewer. */
  nameLengths: Float64Array
  /** Names of people, word by word. */
  personWords: Map<string, number>
}

const counted = (values: Uint16Array | Uint32Array, size: number, of = (value: number) => value): Uint32Array => {
  const counts = new Uint32Array(size)
  for (const value of values) counts[of(value)] = longAt(counts, of(value)) + 1
  return counts
}

const longest = 64
const lengthsOf = ({ wordEnds, known }: Register): Float64Array => {
  const shares = new Float64Array(longest)
  let before = 0
  for (const end of wordEnds) {
    const length = Math.min(longest - 1, end - before)
    shares[length] = realAt(shares, length) + 1 / Math.max(1, known)
    before = end
  }
  for (let length = 1; length < longest; length += 1)
    shares[length] = realAt(shares, length) + realAt(shares, length - 1)
  return shares
}

export const marginalsOf = (register: Register): Marginals => {
  const towns = new Map<number, number>()
  for (const town of register.town) towns.set(town, (towns.get(town) ?? 0) + 1)
  const personWords = new Map<string, number>()
  for (const [id, text] of register.people.texts.entries())
    for (const word of text === '' ? [] : new Set(text.split(' ')))
      personWords.set(word, (personWords.get(word) ?? 0) + (register.people.counts[id] ?? 0))
  return {
    codes: counted(register.postalCode, 65_536),
    areas: counted(register.postalCode, 656, areaOf),
    towns,
    nameLengths: lengthsOf(register),
    personWords,
  }
}

/**
 * How many companies a value that so many of the register have is expected to have, were all companies known: I. J. Good, The population
 * frequencies of species (Biometrika 1953), with r* = (r + 1) n(r + 1) / n(r). What is seen once would come again far more seldom than
 * once; what is seen often, as often.
 */
export type Expected = (count: number) => number

const smoothed = (seen: readonly number[]): Expected => {
  const [ones = 0, twos = 0, threes = 0] = seen
  const once = ones < 50 ? 1 : Math.min(1, Math.max(0.02, (2 * twos + 1) / ones))
  const twice = twos < 50 ? 2 : Math.min(2, Math.max(once, (3 * threes + 1) / twos))
  return (count) => (count <= 1 ? once : count === 2 ? Math.max(once, twice) : count)
}

/** About so many companies are asked: chosen by their number, so that one more or less changes nothing for the others. */
const asked = 8192

/** For words, names, phones, houses, addresses and people, from the register itself. */
export const rarenessOf = (register: Register) => {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(register.known / asked)))
  const expected = (keyOf: (row: number) => number): Expected => {
    const seen = [0, 0, 0]
    for (let row = 0; row < register.size; row += 1) {
      if (longAt(register.cvr, row) % step !== 0) continue
      const key = keyOf(row)
      const count = key === 0 ? 0 : countUnder(register.blocks, key)
      // A value with r companies is met r times.
      if (count >= 1 && count <= 3) seen[count - 1] = (seen[count - 1] ?? 0) + 1 / count
    }
    return smoothed(seen)
  }
  const of = (which: number, column: Uint32Array) =>
    expected((row) => (longAt(column, row) === 0 ? 0 : hashTogether(which, longAt(column, row))))
  const wordsSeen = [0, 0, 0]
  for (const names of register.words.names)
    if (names >= 1 && names <= 3) wordsSeen[names - 1] = (wordsSeen[names - 1] ?? 0) + 1
  return {
    word: smoothed(wordsSeen),
    name: of(kind.whole, register.whole),
    phone: of(kind.phone, register.phone),
    mail: of(kind.mail, register.mail),
    domain: of(kind.domain, register.domain),
    place: expected((row) => {
      const street = hashOf(register.streets.texts[longAt(register.street, row)] ?? '')
      const [house, postalCode] = [shortAt(register.house, row), shortAt(register.postalCode, row)]
      return house === 0 || postalCode === 0 ? 0 : placeKey({ street, house, postalCode })
    }),
  }
}
export type Rareness = ReturnType<typeof rarenessOf>

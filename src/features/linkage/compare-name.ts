import { countUnder } from '#platform/block-index'
import { kind, twoWords } from './block-keys.ts'
import { longAt } from '#platform/columns'
import { hashOf, hashTogether } from '#platform/hash'
import { nearly, shortened, withinSlips } from '#platform/text/nearly'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'
import type { Rareness } from './rareness.ts'
import { namesWith } from './words.ts'

/** How two names compare: an outcome of the family `name`, and the logarithm of how often a company at random would come out so; `town`:
 * the contact's town is a word of theirs. */
export type NameCompared = { outcome: number; u: number; town: boolean }

/** What of a contact's name is the same for every company it is compared with. */
export type NameAsked = {
  words: readonly string[]
  hashes: readonly number[]
  weights: readonly number[]
  text: string
  town: number
  /** Of all weights. */
  sum: number
}

/** Words that the writer added, and those that are only the contact's own town or person, are not missed in the register. */
export const askName = (register: Register, contact: Contact): NameAsked => {
  const { words, added } = contact.name
  const all = Math.log(register.known + 1)
  const hashes = words.map(hashOf)
  const weights = words.map((word, place) => {
    const rare = all - Math.log(Math.max(1, namesWith(register.words, word)))
    return added[place] || hashes[place] === contact.address.town ? rare * 0.1 : Math.max(0.5, rare)
  })
  return {
    words,
    hashes,
    weights,
    sum: weights.reduce((sum, one) => sum + one, 0),
    text: words.join(''),
    town: contact.address.town,
  }
}

const slipPenalty = Math.log(6)
/** A longer name has several shorter ones in it. */
const containedPenalty = Math.log(3)

/** Compares a contact's name with companies' names; keeps nothing between two. */
export const nameComparer = (register: Register, rareness: Rareness) => {
  const { words, wordEnds, wordIds, blocks } = register
  const all = Math.log(register.known + 1)
  const rare = (id: number) => all - Math.log(Math.max(1, words.names[id] ?? 1))
  const wholeName = (whole: number) =>
    Math.log(rareness.name(countUnder(blocks, hashTogether(kind.whole, whole)))) - all

  /** How often names have the words that were found: the two rarest together as they are counted, each further one as half a reason; together at most as much as two names that nobody else has. */
  const together = (ids: number[]): number => {
    ids.sort((a, b) => rare(b) - rare(a) || a - b)
    const [first = 0, second, ...more] = ids
    if (second === undefined) return -rare(first)
    const pair = countUnder(blocks, twoWords(words.hashes[first] ?? 0, words.hashes[second] ?? 0))
    const both = Math.log(Math.max(1, pair)) - all
    return Math.max(-2 * all, both - more.reduce((sum, id) => sum + 0.5 * rare(id), 0))
  }

  return (asked: NameAsked, whole: number, row: number): NameCompared => {
    const theirWhole = longAt(register.whole, row)
    const from = row === 0 ? 0 : longAt(wordEnds, row - 1)
    const ids: number[] = []
    let town = false
    for (let place = from; place < longAt(wordEnds, row); place += 1) {
      ids.push(longAt(wordIds, place))
      town ||= asked.town !== 0 && words.hashes[longAt(wordIds, place)] === asked.town
    }
    if (whole !== 0 && whole === theirWhole) return { outcome: 0, u: wholeName(whole), town }
    const texts = ids.map((id) => words.texts[id] ?? '')
    const length = texts.reduce((sum, text) => sum + text.length, 0)
    const near = asked.text.length > 5 && Math.abs(asked.text.length - length) < 2
    if (near && withinSlips(asked.text, texts.join(''), 1))
      return { outcome: 1, u: wholeName(theirWhole) + slipPenalty, town }
    const { ours, theirs, slipped } = aligned(asked, texts)
    const found = ids.filter((_, place) => theirs[place])
    if (found.length === 0) return { outcome: 8, u: 0, town: false }
    const ourShare = asked.weights.reduce((sum, one, place) => sum + (ours[place] ? one : 0), 0) / asked.sum
    const theirAll = ids.reduce((sum, id) => sum + Math.max(0.5, rare(id)), 0)
    const theirShare = found.reduce((sum, id) => sum + Math.max(0.5, rare(id)), 0) / theirAll
    const slip = slipped ? slipPenalty : 0
    if (ourShare > 0.93 && theirShare > 0.93) return { outcome: 1, u: Math.min(0, wholeName(theirWhole) + slip), town }
    const u = Math.min(0, together(found) + slip)
    if (ourShare > 0.93) return { outcome: slipped ? 3 : 2, u, town }
    if (theirShare > 0.93)
      return { outcome: slipped ? 5 : 4, u: Math.min(0, wholeName(theirWhole) + slip + containedPenalty), town }
    return { outcome: Math.max(ourShare, theirShare) > 0.5 ? 6 : 7, u, town }
  }
}

/** Which words of either found each other: as they are, with a slip, shortened, two written as one. */
const aligned = ({ words }: NameAsked, texts: readonly string[]) => {
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
  pass((our, their) => nearly(our, their), true)
  pass((our, their) => shortened(our, their) || shortened(their, our), true)
  return { ours, theirs, slipped }
}

/** `midtjysktømrer` for `midtjysk tømrer`. */
const joined = (ones: readonly string[], others: readonly string[], foundOnes: boolean[], foundOthers: boolean[]) => {
  for (const [place, one] of ones.entries())
    for (let first = 0; first + 1 < others.length && !foundOnes[place]; first += 1) {
      if (foundOthers[first] || foundOthers[first + 1]) continue
      const both = `${others[first]}${others[first + 1]}`
      if (both === one || (one.length > 7 && withinSlips(both, one, 1))) {
        foundOnes[place] = true
        foundOthers[first] = true
        foundOthers[first + 1] = true
      }
    }
}

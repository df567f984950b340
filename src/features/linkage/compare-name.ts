import { type Aligned, aligned, hasDigits, oneSlip } from '#platform/text/aligned'
import { countUnder } from '#platform/block-index'
import { kind, twoWords } from './block-keys.ts'
import { longAt, realAt } from '#platform/columns'
import { firstOf, moreWords } from './fields.table.ts'
import { hashOf, hashTogether } from '#platform/hash'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'
import type { Marginals, Rareness } from './rareness.ts'

/** How two names compare: an outcome of the family `name`, and the logarithm of how often a company at random would come out so; `town`:
 * the contact's town is a word of theirs; `tellWords` tells what became of the words where only some are the same. */
export type NameCompared = { outcome: number; u: number; town: boolean; tellWords: (tell: Tell) => void }
type Tell = (outcome: number, u: number, times: number) => void
const noWords = () => undefined

/** What of a contact's name is the same for every company it is compared with. */
export type NameAsked = {
  words: readonly string[]
  hashes: readonly number[]
  weights: readonly number[]
  /** Words that the writer added, and the contact's own town, are not missed in the register. */
  extra: readonly boolean[]
  text: string
  town: number
  /** Of all weights. */
  sum: number
}

const slipPenalty = Math.log(6)
/** A longer name has several shorter ones in it. */
const containedPenalty = Math.log(3)
/** A length of names that the register hardly has says no more than this. */
const leastLengths = 0.001

/** How rare words and names of a register are: logarithms of how often a company at random has them. */
const rarities = (register: Register, rareness: Rareness, { nameLengths }: Marginals) => {
  const { words, blocks } = register
  const all = Math.log(register.known + 1)
  const rares = Float64Array.from(words.names, (names) => all - Math.log(rareness.word(names)))
  const rare = (id: number) => realAt(rares, id)
  /** All of these words: the two rarest together as they are counted, each further one by itself. */
  const together = (ids: readonly number[]): number => {
    const [first = 0, second, ...more] = ids.toSorted((a, b) => rare(b) - rare(a) || a - b)
    if (second === undefined) return -rare(first)
    const pair = countUnder(blocks, twoWords(words.hashes[first] ?? 0, words.hashes[second] ?? 0))
    const both = Math.min(Math.log(Math.max(1, pair)) - all, -rare(first))
    return both - more.reduce((sum, id) => sum + rare(id), 0)
  }
  /** The name as it is; `spare`: what the comparison with a part of it costs. A whole says no less than its words. */
  const name = (whole: number, ids: readonly number[], spare = 0): number =>
    Math.min(Math.log(rareness.name(countUnder(blocks, hashTogether(kind.whole, whole)))) - all + spare, together(ids))
  /** A name that has from so many words on, and fewer than so many. */
  const length = (from: number, until: number | undefined): number => {
    const share = (until === undefined ? 1 : realAt(nameLengths, until - 1)) - realAt(nameLengths, from - 1)
    return Math.log(Math.max(leastLengths, share))
  }
  return { all, rare, together, name, length }
}
type Rarities = ReturnType<typeof rarities>

const nameAsker =
  ({ words }: Register, { all, rare }: Rarities) =>
  (contact: Contact): NameAsked => {
    const { words: ours, added } = contact.name
    const { town } = contact.address
    const hashes = ours.map(hashOf)
    const extra = ours.map((_, place) => (added[place] ?? false) || hashes[place] === town)
    const weights = ours.map((word, place) => {
      const id = words.ids.get(word)
      const weight = id === undefined ? all : rare(id)
      return extra[place] ? weight * 0.1 : Math.max(0.5, weight)
    })
    const sum = weights.reduce((before, one) => before + one, 0)
    return { words: ours, hashes, weights, extra, sum, text: ours.join(''), town }
  }

/** What became of each word where names share only some: the weight of a name whose every further word is another is not that of its part. */
const wordsTold =
  ({ words, extra }: NameAsked, texts: readonly string[], { ours, theirs }: Aligned, { length }: Rarities) =>
  (tell: Tell): void => {
    const counts = { ourWord: [0, 0], ourCode: [0, 0], theirCode: [0, 0] }
    const count = (of: number[], found: boolean | undefined) => {
      const outcome = found ? 0 : 1
      of[outcome] = (of[outcome] ?? 0) + 1
    }
    for (const [place, word] of words.entries())
      if (ours[place] || !extra[place]) count(hasDigits(word) ? counts.ourCode : counts.ourWord, ours[place])
    for (const [place, word] of texts.entries()) if (hasDigits(word)) count(counts.theirCode, theirs[place])
    for (const family of ['ourWord', 'ourCode', 'theirCode'] as const)
      for (const [outcome, times] of counts[family].entries()) if (times > 0) tell(firstOf[family] + outcome, 0, times)
    const found = theirs.filter(Boolean).length
    const outcome = moreWords.findLastIndex((from) => texts.length - found >= from)
    const until = moreWords[outcome + 1]
    const u = length(found + (moreWords[outcome] ?? 0), until === undefined ? undefined : found + until)
    tell(firstOf.theirMore + outcome, u, 1)
  }

/** So much of a name's weight is all of it. */
const nearlyAll = 0.93

/** Compares a contact's name with companies' names; keeps nothing between two. */
export const nameComparer = (register: Register, rareness: Rareness, marginals: Marginals) => {
  const { words, wordEnds, wordIds } = register
  const rarity = rarities(register, rareness, marginals)
  const weightOf = (id: number) => Math.max(0.5, rarity.rare(id))
  const weigh = (ids: readonly number[]) => ids.reduce((sum, id) => sum + weightOf(id), 0)

  const compare = (asked: NameAsked, whole: number, row: number): NameCompared => {
    const theirWhole = longAt(register.whole, row)
    const ids: number[] = []
    let town = false
    for (let place = row === 0 ? 0 : longAt(wordEnds, row - 1); place < longAt(wordEnds, row); place += 1) {
      const id = longAt(wordIds, place)
      ids.push(id)
      town ||= asked.town !== 0 && words.hashes[id] === asked.town
    }
    const named = (outcome: number, penalty: number) => {
      const u = Math.min(0, rarity.name(theirWhole, ids) + penalty)
      return { outcome, u, town, tellWords: noWords }
    }
    if (whole !== 0 && whole === theirWhole) return named(0, 0)
    const texts = ids.map((id) => words.texts[id] ?? '')
    const length = texts.reduce((sum, text) => sum + text.length, 0)
    const near = asked.text.length > 5 && Math.abs(asked.text.length - length) < 2
    if (near && oneSlip(asked.text, texts.join(''))) return named(1, slipPenalty)
    const aligning = aligned(asked.words, texts)
    const { ours, theirs, slipped } = aligning
    const found = ids.filter((_, place) => theirs[place])
    if (found.length === 0) return { outcome: 8, u: 0, town: false, tellWords: noWords }
    const allOurs = asked.weights.reduce((sum, one, place) => sum + (ours[place] ? one : 0), 0) / asked.sum
    const allTheirs = weigh(found) / weigh(ids)
    const slip = slipped ? slipPenalty : 0
    if (allOurs > nearlyAll && allTheirs > nearlyAll) return named(1, slip)
    const tellWords = wordsTold(asked, texts, aligning, rarity)
    const part = (outcome: number, u: number) => ({ outcome, u: Math.min(0, u + slip), town, tellWords })
    if (allOurs > nearlyAll) return part(slipped ? 3 : 2, rarity.together(found))
    if (allTheirs > nearlyAll) return part(slipped ? 5 : 4, rarity.name(theirWhole, ids, containedPenalty))
    return part(Math.max(allOurs, allTheirs) > 0.5 ? 6 : 7, rarity.together(found))
  }
  return { ask: nameAsker(register, rarity), compare }
}

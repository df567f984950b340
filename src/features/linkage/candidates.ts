import { placesUnder } from '#platform/block-index'
import { keysOf, nameKeysOf } from './block-keys.ts'
import { longAt, singleAt } from '#platform/columns'
import { hashOf } from '#platform/hash'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'
import { type Words, namesWith, slipFinder } from '#platform/text/known-words'

/** A key shared by more than so many companies says too little to look at them all. */
const mostUnderKey = 100
/** So many are compared field by field. */
export const mostCompared = 24

/** Who shares less than this part of what the best shares is not compared. */
const leastOfBest = 0.2
/** So many ways to read a word that the register does not know are tried. */
const mostReadings = 6
/** With so many times what one company among all is worth, nobody looks for other spellings. */
const enough = 3

/** The same words with two written as one that the register knows, or one that it does not know as two. */
const joinedOrParted = (known: Words, words: readonly string[]): string[][] =>
  words.flatMap((word, place) => {
    const [before, after] = [words.slice(0, place), words.slice(place + 1)]
    const both = `${word}${after[0] ?? ''}`
    const joined = after.length > 0 && known.ids.has(both) ? [[...before, both, ...after.slice(1)]] : []
    return [...joined, ...partsOf(known, word).map((parts) => [...parts, ...before, ...after])]
  })
const partsOf = (known: Words, word: string): string[][] => {
  if (known.ids.has(word)) return []
  const cuts = Array.from({ length: word.length - 1 }, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)])
  return cuts.filter((parts) => parts.every((part) => known.ids.has(part))).slice(0, mostReadings)
}

/** Finds for a contact the companies that share most, weighed by how rare what they share is. Keeps its scratch between contacts. */
export const finder = (register: Register) => {
  const { blocks } = register
  const shared = new Float32Array(register.size)
  const all = Math.log(register.known + 1)
  /** Where the rows of the key at hand stand. */
  const under = new Uint32Array(mostUnderKey)
  const oneSlipFrom = slipFinder(register.words)
  let touched: number[] = []
  let most = 0

  const meet = (key: number, worth: number): void => {
    const count = placesUnder(blocks, key, under)
    if (count === 0) return
    const weight = worth * (all - Math.log(count))
    for (let at = 0; at < count; at += 1) {
      const row = longAt(blocks.rows, longAt(under, at))
      const before = singleAt(shared, row)
      if (before === 0) touched.push(row)
      shared[row] = before + weight
      if (before + weight > most) most = before + weight
    }
  }

  /** Meets each key once; remembered with its sign, as which every key is a small number to the machine. */
  const once = (seen: Set<number>, worth: number) => (key: number) => {
    if (seen.has(key | 0)) return
    seen.add(key | 0)
    meet(key, worth)
  }

  /** The best, best first; the scratch is as it was before. */
  const chosen = (contact: Contact): number[] => {
    const best: { row: number; worth: number }[] = []
    for (const row of touched) {
      const worth = singleAt(shared, row)
      shared[row] = 0
      if (worth > leastOfBest * most && !contact.rejected.includes(longAt(register.cvr, row))) best.push({ row, worth })
    }
    touched = []
    most = 0
    return best
      .toSorted((a, b) => b.worth - a.worth || a.row - b.row)
      .slice(0, mostCompared)
      .map(({ row }) => row)
  }

  return (contact: Contact): number[] => {
    const seen = new Set<number>()
    const words = [...new Set(contact.name.words)]
    keysOf(contact, words.map(hashOf), contact.pNumber, once(seen, 1))
    // What people have confirmed is looked at whatever else it shares.
    if (contact.confirmed !== 0) keysOf({ ...contact, cvr: contact.confirmed }, [], 0, once(seen, 100))
    const named = (others: readonly string[], worth: number) =>
      nameKeysOf(contact, others.map(hashOf), once(seen, worth))
    for (const others of joinedOrParted(register.words, words)) named(others, 1)
    const unknown = most > enough * all ? [] : words.filter((word) => namesWith(register.words, word) === 0)
    for (const word of unknown)
      for (const other of oneSlipFrom(word).slice(0, mostReadings))
        named(
          words.map((one) => (one === word ? other : one)),
          0.8,
        )
    return chosen(contact)
  }
}

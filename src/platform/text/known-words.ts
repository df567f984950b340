import { hashOf } from '../hash.ts'

/** All words of a register's names, each once, and how many names have it. */
export type Words = {
  ids: Map<string, number>
  texts: string[]
  hashes: number[]
  names: number[]
}

export const noWords = (): Words => ({ ids: new Map(), texts: [], hashes: [], names: [] })

export const idOf = (words: Words, text: string): number => {
  const known = words.ids.get(text)
  if (known !== undefined) return known
  const id = words.texts.length
  words.ids.set(text, id)
  words.texts.push(text)
  words.hashes.push(hashOf(text))
  words.names.push(0)
  return id
}

/** In so many names; 0 for a word the register does not know. */
export const namesWith = (words: Words, text: string): number => {
  const id = words.ids.get(text)
  return id === undefined ? 0 : (words.names[id] ?? 0)
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
const [shortest, longest] = [5, 24]

/** A word as one number that can be put together from the numbers of its parts. */
const base = 0x01000193
const next = (hash: number, code: number): number => (Math.imul(hash, base) + code) | 0
const stirred = (hash: number): number => {
  const h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

/** Which words there may be: a bit for each (B. Bloom, CACM 1970). Says no for nearly all that are none, before a text is made of them. */
const bitsOf = (words: Words): { bits: Uint32Array; mask: number } => {
  const size = 2 ** Math.min(26, Math.max(16, Math.ceil(Math.log2(words.texts.length + 1)) + 4))
  const bits = new Uint32Array(size / 32)
  for (const text of words.texts) {
    let hash = 0
    for (let at = 0; at < text.length; at += 1) hash = next(hash, text.charCodeAt(at))
    const bit = stirred(hash) & (size - 1)
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
  return { bits, mask: size - 1 }
}

/** Finds words of the register one slip away from one it does not know. They are tried, not kept: a word has five hundred such neighbours. */
export const slipFinder = (words: Words) => {
  const { bits, mask } = bitsOf(words)
  const mayBe = (hash: number): boolean => {
    const bit = stirred(hash) & mask
    return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
  }
  const powers = [1]
  for (let place = 1; place <= longest + 1; place += 1) powers.push(Math.imul(powers[place - 1] ?? 0, base))
  const codes = letters.split('').map((letter) => letter.charCodeAt(0))
  return (text: string): string[] => {
    if (text.length < shortest || text.length > longest) return []
    const starts = [0]
    for (let at = 0; at < text.length; at += 1) starts.push(next(starts[at] ?? 0, text.charCodeAt(at)))
    /** The number of the rest from a place on. */
    const restOf = (at: number) =>
      (starts[text.length] ?? 0) - Math.imul(starts[at] ?? 0, powers[text.length - at] ?? 0)
    const found = new Set<string>()
    /** A beginning's number and the rest from a place on; the text is made only where it may be a word. */
    const tried = (beginning: number, at: number, made: () => string): void => {
      if (!mayBe((Math.imul(beginning, powers[text.length - at] ?? 0) + restOf(at)) | 0)) return
      const word = made()
      if (words.ids.has(word)) found.add(word)
    }
    for (let place = 0; place <= text.length; place += 1) {
      const [before, after] = [text.slice(0, place), text.slice(place)]
      const start = starts[place] ?? 0
      if (after !== '') tried(start, place + 1, () => before + after.slice(1))
      if (after.length > 1)
        tried(
          next(next(start, after.charCodeAt(1)), after.charCodeAt(0)),
          place + 2,
          () => before + after.charAt(1) + after.charAt(0) + after.slice(2),
        )
      for (const code of codes) {
        const beginning = next(start, code)
        const letter = () => String.fromCharCode(code)
        tried(beginning, place, () => before + letter() + after)
        if (after !== '') tried(beginning, place + 1, () => before + letter() + after.slice(1))
      }
    }
    return [...found]
  }
}

import { hashOf } from '#platform/hash'

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

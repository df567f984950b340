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

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** Words of the register one slip away from one it does not know. Asked for few words, so they are tried, not kept. */
export const oneSlipFrom = (words: Words, text: string): string[] => {
  if (text.length < 5 || text.length > 24) return []
  const found = new Set<string>()
  const tried = (word: string) => words.ids.has(word) && found.add(word)
  for (let place = 0; place <= text.length; place += 1) {
    const [before, after] = [text.slice(0, place), text.slice(place)]
    if (after !== '') tried(before + after.slice(1))
    if (after.length > 1) tried(before + after.charAt(1) + after.charAt(0) + after.slice(2))
    for (const letter of letters) {
      tried(before + letter + after)
      if (after !== '') tried(before + letter + after.slice(1))
    }
  }
  return [...found]
}

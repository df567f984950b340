import { startsOfSentences } from './starts-of-sentences.table.ts'
import { personalNumber } from './personal-number.shared.ts'

/** Two words or more with capitals in a row, as names are written; not what it is told of. */
const names = /(?<!\p{L})\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+(?!\p{L})/gu
const begins = /(?:^|[.!?]\s+)$/

/** What in a text looks like one person: a personal number, or a name; null: nothing. Only a hint, nobody is refused for a name. */
export const looksLikeAPerson = (words: string, toldOf: string): { kind: 'number' | 'name'; found: string } | null => {
  const number = personalNumber.exec(words)
  if (number) return { kind: 'number', found: number[0] }
  for (const found of words.matchAll(names)) {
    const [name] = found
    // The first word of a sentence has a capital anyway.
    const [first = '', ...rest] = name.split(/[ -]/)
    const starts = begins.test(words.slice(0, found.index)) && rest.length === 1 && startsOfSentences.includes(first)
    if (!starts && !toldOf.toLowerCase().includes(name.toLowerCase())) return { kind: 'name', found: name }
  }
  return null
}

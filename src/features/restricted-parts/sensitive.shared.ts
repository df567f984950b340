/** What in a text should make whoever writes think again: a personal number, or someone's health beside his name. Pure. */
import { personalNumber } from '#platform/text/personal-number.shared'
import { isGivenName, isSurname } from './given-names.table.ts'
import { companyForm, healthWord, noName } from './health-words.table.ts'

/** `word` stands near `name`, both as they were written. */
export type Sensitive = { kind: 'number' } | { kind: 'health'; word: string; name: string }

const sentencesOf = (text: string) => text.split(/(?<=[.!?])\s+|\n+/u)
const capitalised = /(?<![\p{L}\d])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*/gu
const surname = /^\s\p{Lu}\p{Ll}+/u
const saysSo = /^(?:\s\p{Lu}\p{Ll}+)?\s(?:er|var|blev|bliver|is|was)\s/u
const bare = (word: string) => word.replace(/s$/u, '')
const anyLetter = /\p{L}/u

/** The words of the names of who is known: what is capitalised in them. */
const wordsOf = (names: readonly string[]) =>
  new Set(names.flatMap((name) => [...name.matchAll(capitalised)].map(([word]) => word)))

/** `Nielsen`; inside a sentence whatever ends so. Before another word with a capital it is a company's: `Jensen Smede`. */
const isSurnameIn = (word: string, before: string, rest: string) =>
  !surname.test(rest) && (isSurname(word) || (word.endsWith('sen') && anyLetter.test(before)))

/**
 * The first word that is somebody's name. Known ones wherever they stand; a given name that many bear, or a surname, unless it begins a company's name; one
 * that only looks like a name where its sentence says of it that it *is* so.
 */
const nameIn = (sentence: string, known: ReadonlySet<string>): string | undefined => {
  for (const { 0: word, index } of sentence.matchAll(capitalised)) {
    const rest = sentence.slice(index + word.length)
    if (known.has(word) || known.has(bare(word))) return word
    if (companyForm.test(rest.replace(surname, '').trimStart()) || companyForm.test(rest.trimStart())) continue
    if (isGivenName(word) || isGivenName(bare(word))) return word
    if (isSurnameIn(bare(word), sentence.slice(0, index), rest)) return word
    if (saysSo.test(rest) && !noName.test(word)) return word
  }
  return undefined
}

/** All that is found in a text. `names`: who took part, or is known at the company. */
export const sensitiveIn = (text: string, names: readonly string[] = []): Sensitive[] => {
  const known = wordsOf(names)
  const beside = sentencesOf(text).flatMap((sentence): Sensitive[] => {
    const word = healthWord.exec(sentence)?.[0]
    // The health word itself may begin the sentence, and names nobody.
    const name = word && nameIn(sentence.replace(word, word.toLowerCase()), known)
    return name ? [{ kind: 'health', word, name }] : []
  })
  return personalNumber.test(text) ? [{ kind: 'number' }, ...beside] : beside
}

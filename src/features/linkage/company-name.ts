import { fold } from '#platform/text/fold.shared'
import { hashOf } from '#platform/hash'
import { nearly } from '#platform/text/nearly'
import {
  addedWords,
  formWords,
  forms,
  joiningWords,
  owningWords,
  owningWordsWhole,
  pointingWords,
} from './name-words.table.ts'

/** A company's name, read: words that tell it apart, and what kind of company it says to be. */
export type CompanyName = {
  words: readonly string[]
  /** One for each word: it stands there of the writer's own account (`afd. Thisted`). */
  added: readonly boolean[]
  /** All words as one: `Midtjysk tømrer` and `midtjysktømrer` are the same. */
  whole: number
  /** Place in `forms`; 0 says none. */
  form: number
  /** It owns other companies, or houses. */
  owning: boolean
}

/** `a/s`, `A-S`, `k / s`: a form's two letters must not become two words. */
const twoLetterForm = /(?<![a-z0-9])([aikp])\s?[/-]\s?s(?![a-z0-9])/g
/** `L.M. Auto`, `I.P.Auto`: initials are one word, `A.p.S.` is a form. */
const initials = /(?<![a-z0-9])(?:[a-z]\.\s?)+(?:[a-z](?![a-z0-9]))?/g
const mostWords = 16

/** Most names have neither; a register is a million of them. */
const mayHoldForm = /[/-]/

const wordsOf = (text: string): string[] => {
  let folded = fold(text)
  if (mayHoldForm.test(folded)) folded = folded.replaceAll(twoLetterForm, ' §$1s ')
  if (folded.includes('.')) folded = folded.replaceAll(initials, (found) => `${found.replaceAll(/[.\s]/g, '')} `)
  return folded.match(/§?[a-z0-9]+/g) ?? []
}

const formOf = (word: string, last: boolean): string | undefined =>
  formWords.get(word) ?? (last && word === 'as' ? 'as' : undefined)

const saysOwning = (word: string): boolean =>
  owningWords.test(word) || owningWordsWhole.some((whole) => nearly(word, whole))

/** Reads a company's name as it stands in a register or in somebody's list. */
export const readName = (text: string): CompanyName => {
  const all = wordsOf(text)
  let form = 0
  const words: string[] = []
  const added: boolean[] = []
  let pointed = false
  for (const [at, word] of all.entries()) {
    const said = formOf(word, at === all.length - 1)
    if (said !== undefined) form = forms.findIndex((one) => one === said)
    else if (!joiningWords.has(word) && words.length < mostWords) {
      words.push(word)
      added.push(words.length > 1 && (pointed || addedWords.has(word)))
      pointed = pointingWords.has(word)
    }
  }
  if (words.length === 0 && all[0] !== undefined) {
    words.push(all[0])
    added.push(false)
  }
  return {
    words,
    added,
    whole: words.length === 0 ? 0 : hashOf(words.join('')),
    form,
    owning: words.some(saysOwning),
  }
}

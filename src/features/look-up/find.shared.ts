/** Finds courses by the words that people say: beginnings, parts of compounds, endings let be. Pure; the same with and without network. */
import { fold } from '#platform/text/fold.shared'
import type { LookUp, OfferedCourse } from './look-up.schema.ts'
import { emptyWords, everydayWords, sameWords } from './same-words.table.ts'

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
const ending = /^(.{4,}?)(?:ninger|ningen|ning|inger|ingen|ing|erne|ende|ene|else|er|en|et|e)$/
/** Svejser, svejsning and svejse begin alike. */
const stemOf = (word: string) => ending.exec(word)?.[1] ?? word
/** A word, and what else it may be called. */
type Term = readonly string[]
const termOf = (word: string): Term => {
  const stem = stemOf(word)
  return sameWords.find((same) => same.includes(stem) || same.includes(word)) ?? [stem]
}
export const termsOf = (text: string): Term[] =>
  wordsOf(text)
    .filter((word) => !emptyWords.has(word))
    .map(termOf)

/** A short word is a whole one or a beginning; a longer one may stand anywhere in a compound. */
const stands = (part: string, word: string) =>
  part.length < 3 ? word === part : part.length === 3 ? word.startsWith(part) : word.includes(part)
const meets = (words: readonly string[], term: Term) =>
  term.some((one) => wordsOf(one).every((part) => words.some((word) => stands(part, word))))

const nameOf = ({ kind, code, title }: OfferedCourse) => wordsOf(`${kind} ${code} ${title}`)
const first = ({ classes }: OfferedCourse) => classes[0]?.startsOn ?? ''
const begins = (course: OfferedCourse, terms: readonly Term[]) =>
  terms.some(([stem = '']) => nameOf(course).some((word) => word.startsWith(stem)))

/** The classes of a course in which every word stands: in its name, its town or who holds it. */
const narrowed = (course: OfferedCourse, terms: readonly Term[], { providers }: Pick<LookUp, 'providers'>) => {
  const name = nameOf(course)
  const classes = course.classes.filter(({ town, provider }) => {
    const words = [...name, ...wordsOf(`${town ?? ''} ${providers[provider]?.name ?? ''}`)]
    return terms.every((term) => meets(words, term))
  })
  return classes.length > 0 ? [{ ...course, classes }] : []
}
const all = (lookUp: LookUp, terms: readonly Term[]) =>
  lookUp.courses
    .flatMap((course) => narrowed(course, terms, lookUp))
    .toSorted(
      (a, b) =>
        Number(begins(b, terms)) - Number(begins(a, terms)) || (first(a) < first(b) ? -1 : Number(first(a) > first(b))),
    )

/** What was asked for; where the words meet in no course, what each of them finds by itself. */
export const find = (lookUp: LookUp, text: string): { courses: OfferedCourse[]; apart: boolean } => {
  const terms = termsOf(text)
  const together = all(lookUp, terms)
  if (together.length > 0 || terms.length < 2) return { courses: together, apart: false }
  const apart = terms.flatMap((term) => all(lookUp, [term]))
  const once = new Map(apart.map((course) => [`${course.kind} ${course.code}`, course]))
  return { courses: [...once.values()], apart: true }
}

const names = (words: readonly string[], part: string) =>
  wordsOf(part).every((piece) =>
    words.some((word) => word.startsWith(piece) || (piece.length > 4 && stemOf(word).endsWith(piece))),
  )
const telling = (text: string) => wordsOf(text).filter((word) => !everydayWords.has(word))

/** A sentence's own compound begins with what the course is called: svejselinje. */
const beginsWith = (word: string, name: string) => {
  const stem = stemOf(name)
  return stem.length > 4 && word.startsWith(stem)
}

/** Courses whose own name answers something in a sentence: a word of theirs, not one that is said of everything. */
export const answering = (courses: readonly OfferedCourse[], sentence: string): OfferedCourse[] => {
  const words = telling(sentence).filter((word) => word.length > 4 || word === 'ikv')
  const parts = words.flatMap(termOf).filter((part) => part.length > 2)
  return courses.filter(({ title }) => {
    const name = telling(title)
    return parts.some((part) => names(name, part)) || words.some((word) => name.some((one) => beginsWith(word, one)))
  })
}

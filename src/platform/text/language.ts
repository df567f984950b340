import { baseLocale, isLocale, locales } from '#texts/runtime'

/** The languages there are: those of project.inlang/settings.json, each a file of texts in every room. */
export type Language = (typeof locales)[number]
/** What the house speaks where nobody has chosen: to companies, whose language is not known, and to who has just come. */
export const houseLanguage: Language = baseLocale
/** For those who look after the machine or write programs for it: the console, the log, the pages of the API. */
export const technicalLanguage: Language = 'en'

/** A text without blanks to fill, such as a column's title. */
export type Message = (values: Record<string, never>, options: { locale: Language }) => string
/** Any text: what its blanks need is known only to whoever fills them. */
export type Sentence = (values: never, options: { locale: Language }) => string
export type Values = Readonly<Record<string, string | number>>

/** The text in a language, its blanks filled from `values`; one without a value is left empty, or what `missing` says. */
export const say = (
  text: Sentence,
  language: Language,
  values: Values = {},
  missing = (_name: string) => '',
): string => {
  const filled = new Proxy(values, { get: (known, name: string) => known[name] ?? missing(name) })
  return text(filled as never, { locale: language })
}

/** A language as the database keeps it; one that is there no longer is the house's. */
export const languageOr = (code: string): Language => (isLocale(code) ? code : houseLanguage)

/** The language that a code of three letters (ISO 639-2) means, if it is one of ours. */
export const languageOfCode = (code: string): Language | undefined => {
  const short = new Intl.Locale(code).language
  return isLocale(short) ? short : undefined
}

/** The first language we have among those a browser asks for (`accept-language`), else the house's. */
export const languageAsked = (header: string): Language => {
  const asked = header.toLowerCase()
  const found = locales
    .map((language) => ({ language, at: asked.search(new RegExp(`\\b${language.toLowerCase()}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  return found[0]?.language ?? houseLanguage
}

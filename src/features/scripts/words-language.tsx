import { createContext, useContext } from 'react'
import type { CallLanguage } from '../call-centres/languages.schema.ts'

/** In which language the words of a script are, where it is not the page's own: what stands around them is the page's. */
const WordsLanguage = createContext<CallLanguage | null>(null)
export const InWordsOf = WordsLanguage.Provider

/** The language of what holds such words, read or written; undefined: the page's. */
export const useWordsLanguage = (): string | undefined => {
  const language = useContext(WordsLanguage)
  return language === null ? undefined : Intl.getCanonicalLocales(language)[0]
}

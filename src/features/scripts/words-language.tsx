import { createContext, useContext } from 'react'
import * as m from '#texts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import './scripts.css'

/** In which language the words of a script are, where it is not the page's own: what stands around them is the page's. */
const WordsLanguage = createContext<CallLanguage | null>(null)
export const InWordsOf = WordsLanguage.Provider

/** The language of what holds such words, read or written; undefined: the page's. */
export const useWordsLanguage = (): string | undefined => {
  const language = useContext(WordsLanguage)
  return language === null ? undefined : Intl.getCanonicalLocales(language)[0]
}

const inDanish = 'dan'
type Choice = {
  rows: readonly { language: string; older: boolean }[]
  languages: readonly CallLanguage[]
  language: CallLanguage | undefined
  onChoose: (language: CallLanguage | undefined) => void
}
/** In which language one writes (undefined: in Danish); of each that there is, whether it is of an older version. */
export const LanguageChoice = ({ rows, languages, language, onChoose }: Choice) => {
  const says = (code: CallLanguage) => {
    const row = rows.find((one) => one.language === code)
    if (!row) return m.scripts_language_none({ language: languageName(code) })
    return row.older ? m.scripts_language_older({ language: languageName(code) }) : languageName(code)
  }
  return (
    <Dropdown
      className="scripts-language"
      label={m.scripts_language()}
      value={language ?? inDanish}
      data={[
        { value: inDanish, label: languageName(inDanish) },
        ...languages.map((value) => ({ value, label: says(value) })),
      ]}
      onChange={(chosen) => onChoose(languages.find((one) => one === chosen))}
    />
  )
}

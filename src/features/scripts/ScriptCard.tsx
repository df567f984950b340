import { useState } from 'react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { DraftTranslation, type Translated } from './DraftTranslation.tsx'
import { AllParts } from './ScriptQuestions.tsx'
import { partsOf, type ScriptParts, textOf } from './script-parts.shared.ts'
import { LanguageChoice } from './words-language.tsx'
import './scripts.css'

type Props = {
  /** Under names that begin so unsaved translations are kept in the browser. */
  draft: string
  script: string
  onChange: (script: string) => void
  translations: readonly Translated[]
  languages: readonly CallLanguage[]
  onTranslate: (language: CallLanguage, body: string | null) => void
}
/** What will be said on lists that are to be made, in the same parts as a list's own; with nothing written what is said on any new list. */
export const ScriptCard = ({ draft, script, onChange, translations, languages, onTranslate }: Props) => {
  const [chosen, setChosen] = useState<CallLanguage>()
  const [kept, setKept] = useState<{ parts: ScriptParts; text: string }>()
  // Lines that are begun and still empty are in the parts alone; a text that came from elsewhere is read anew.
  const parts = kept?.text === script ? kept.parts : partsOf(script)
  const put = (change: Partial<ScriptParts>) => {
    const next = { ...parts, ...change }
    const text = textOf(next)
    setKept({ parts: next, text })
    onChange(text)
  }
  const language = script === '' ? undefined : languages.find((one) => one === chosen)
  const translation = translations.find((one) => one.language === language)
  return (
    <section className="scripts-parts" aria-label={m.scripts_write_title()}>
      <Card title={m.scripts_write_title()}>
        <p className="tov-dim">{m.scripts_write_help()}</p>
        {script !== '' && (
          <LanguageChoice rows={translations} languages={languages} language={language} onChoose={setChosen} />
        )}
      </Card>
      {language && (
        <DraftTranslation
          key={language}
          draft={`${draft}-${language}`}
          {...{ script, language, translation }}
          onSave={(body) => onTranslate(language, body)}
        />
      )}
      {!language && <AllParts parts={parts} put={put} />}
    </section>
  )
}

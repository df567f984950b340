import { useState } from 'react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { DraftTranslation, type Translated } from './DraftTranslation.tsx'
import { GuideParts, QuestionParts } from './ScriptQuestions.tsx'
import { StepParts } from './ScriptSteps.tsx'
import { partsOf, type ScriptParts, textOf } from './script-parts.shared.ts'
import './scripts.css'

const inDanish = 'dan'
type Props = {
  script: string
  onChange: (script: string) => void
  translations: readonly Translated[]
  languages: readonly CallLanguage[]
  onTranslate: (language: CallLanguage, body: string | null) => void
}
/** What will be said on lists that are to be made, in the same parts as a list's own; with nothing written what is said on any new list. */
export const ScriptCard = ({ script, onChange, translations, languages, onTranslate }: Props) => {
  const [chosen, setChosen] = useState('')
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
  const says = (code: CallLanguage) => {
    const row = translations.find((one) => one.language === code)
    if (!row) return m.scripts_language_none({ language: languageName(code) })
    return row.older ? m.scripts_language_older({ language: languageName(code) }) : languageName(code)
  }
  return (
    <section className="scripts-parts" aria-label={m.scripts_write_title()}>
      <Card title={m.scripts_write_title()}>
        <p className="tov-dim">{m.scripts_write_help()}</p>
        {script !== '' && (
          <Dropdown
            className="scripts-language"
            label={m.scripts_language()}
            value={language ?? ''}
            data={[
              { value: '', label: languageName(inDanish) },
              ...languages.map((value) => ({ value, label: says(value) })),
            ]}
            onChange={setChosen}
          />
        )}
      </Card>
      {language && (
        <DraftTranslation
          key={`${language} ${translation?.body}`}
          {...{ script, language, translation }}
          onSave={(body) => onTranslate(language, body)}
        />
      )}
      {!language && (
        <>
          <StepParts steps={parts.steps} onPut={(steps) => put({ steps })} />
          <QuestionParts questions={parts.questions} onPut={(questions) => put({ questions })} />
          <GuideParts guide={parts.guide} onPut={(guide) => put({ guide })} />
        </>
      )}
    </section>
  )
}

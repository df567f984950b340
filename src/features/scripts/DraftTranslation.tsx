import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { AllParts } from './ScriptQuestions.tsx'
import { partsOf, type ScriptParts, textOf } from './script-parts.shared.ts'
import { DanishParts } from './TranslationPart.tsx'
import { InWordsOf } from './words-language.tsx'
import './scripts.css'

export type Translated = { language: CallLanguage; body: string; older: boolean }
type Props = {
  script: string
  language: CallLanguage
  translation: Translated | undefined
  onSave: (body: string | null) => void
}
/** What will be said in one other language on lists that are to be made; saved, it fits the Danish beside it. */
export const DraftTranslation = ({ script, language, translation, onSave }: Props) => {
  const [parts, setParts] = useState<ScriptParts>(() => partsOf(translation?.body ?? script))
  const put = (change: Partial<ScriptParts>) => setParts({ ...parts, ...change })
  const name = languageName(language)
  return (
    <InWordsOf value={language}>
      <Card title={name}>
        {!translation && <p className="tov-dim">{m.scripts_translation_none({ language: name })}</p>}
        {translation?.older && <p role="status">{m.scripts_draft_older()}</p>}
      </Card>
      <DanishParts body={script} />
      <AllParts parts={parts} put={put} />
      <div className="tov-dialog-foot">
        {translation && <Button onClick={() => onSave(null)}>{m.scripts_translation_take_away()}</Button>}
        <Button variant="filled" onClick={() => onSave(textOf(parts))}>
          {m.scripts_translation_save()}
        </Button>
      </div>
    </InWordsOf>
  )
}

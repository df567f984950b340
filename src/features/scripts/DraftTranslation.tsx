import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import * as m from '#texts'
import { dropDraft, keepDraft, readDraft } from '#web/data/drafts.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { AllParts } from './ScriptQuestions.tsx'
import { partsOf, type ScriptParts, textOf } from './script-parts.shared.ts'
import { DanishParts } from './TranslationPart.tsx'
import { InWordsOf } from './words-language.tsx'
import './scripts.css'

export type Translated = { language: CallLanguage; body: string; older: boolean }
type Typed = { parts: ScriptParts; over: string | null }
/** What is typed stays in the browser until it is saved, whichever language is looked at meanwhile; begun on top of `over`. */
const useTyping = (draft: string, script: string, saved: string | null) => {
  const [typed, setTyped] = useState(() => readDraft<Typed>(draft)?.values)
  const parts = typed?.parts ?? partsOf(saved ?? script)
  const text = textOf(parts)
  const isSaved = saved !== null && text === textOf(partsOf(saved))
  const keep = (next: Typed) => {
    setTyped(next)
    keepDraft(draft, next)
  }
  const begin = () => {
    setTyped(undefined)
    dropDraft(draft)
  }
  useEffect(() => {
    if (isSaved) dropDraft(draft)
  }, [draft, isSaved])
  return {
    ...{ parts, text, begin },
    put: (change: Partial<ScriptParts>) =>
      keep({ parts: { ...parts, ...change }, over: typed && !isSaved ? typed.over : saved }),
    /** What somebody else saved since this was begun. */
    theirs: typed && !isSaved && typed.over !== saved ? saved : null,
    keepMine: () => keep({ parts, over: saved }),
  }
}

type Props = {
  /** Under this name what is typed is kept. */
  draft: string
  script: string
  language: CallLanguage
  translation: Translated | undefined
  onSave: (body: string | null) => void
}
/** What will be said in one other language on lists that are to be made; saved, it fits the Danish beside it. */
export const DraftTranslation = ({ draft, script, language, translation, onSave }: Props) => {
  const { parts, text, put, theirs, begin, keepMine } = useTyping(draft, script, translation?.body ?? null)
  const name = languageName(language)
  return (
    <InWordsOf value={language}>
      <Card title={name}>
        {!translation && <p className="tov-dim">{m.scripts_translation_none({ language: name })}</p>}
        {translation?.older && <p role="status">{m.scripts_draft_older()}</p>}
      </Card>
      {theirs !== null && (
        <BothVersions
          theirs={<pre className="scripts-plain">{theirs}</pre>}
          mine={<pre className="scripts-plain">{text}</pre>}
          onTake={begin}
          onKeep={keepMine}
        />
      )}
      <DanishParts body={script} />
      <AllParts parts={parts} put={put} />
      <div className="tov-dialog-foot">
        {translation && (
          <Button
            onClick={() => {
              begin()
              onSave(null)
            }}
          >
            {m.scripts_translation_take_away()}
          </Button>
        )}
        <Button variant="filled" onClick={() => onSave(text)}>
          {m.scripts_translation_save()}
        </Button>
      </div>
    </InWordsOf>
  )
}

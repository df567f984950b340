import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { baseLocale } from '#texts/runtime'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { dropDraft, keepDraft, readDraft } from '#web/data/drafts.ts'
import { saidIn } from '#web/data/problem.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysMoment } from '#web/parts/dates.ts'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { ScriptForm } from './ScriptForm.tsx'
import { partsOf, type ScriptParts, textOf } from './script-parts.shared.ts'
import type { listScripts } from './scripts.schema.ts'
import { ScriptTranslation, type listTranslations, writeTranslation } from './translations.schema.ts'
import { InWordsOf } from './words-language.tsx'
import './scripts.css'

type Danish = AnswerOf<typeof listScripts>['rows'][number]
type Translation = AnswerOf<typeof listTranslations>['rows'][number]
type Kept = { parts: ScriptParts; version: number; scriptVersion: number }
type Props = { danish: Danish; translation: Translation | undefined; language: CallLanguage; listId: number }

/** Begun from the Danish, so that steps and what leads to them are there; what is typed stays in the browser until it is saved. */
const useTranslating = ({ danish, translation, language, listId }: Props) => {
  const draft = `script-${listId}-${language}`
  const from = (one: Translation | undefined): Kept => ({
    parts: partsOf(one?.body ?? danish.body),
    version: one?.version ?? 0,
    scriptVersion: one?.scriptVersion ?? danish.version,
  })
  const [typed, setTyped] = useState(() => readDraft<Kept>(draft)?.values)
  const [saved, setSaved] = useState<{ over: Translation | undefined; now: Translation | undefined }>()
  const [theirs, setTheirs] = useState<Translation>()
  const [gone, setGone] = useState(false)
  // What was saved here stands until the page has read it, what others saved or undid once it has.
  const kept = typed ?? from(saved && saved.over === translation ? saved.now : translation)
  const begin = (one: Translation | undefined) => {
    dropDraft(draft)
    setTyped(undefined)
    setSaved({ over: translation, now: one })
    setTheirs(undefined)
    setGone(false)
  }
  const keep = (next: Kept) => {
    setTyped(next)
    keepDraft(draft, next)
  }
  const params = { listId }
  const act = useAct(writeTranslation, {
    says: (_, { body }) =>
      body.body === null
        ? m.scripts_translation_away({ language: languageName(language) })
        : m.scripts_translation_saved({ language: languageName(language) }),
    onDone: ({ translation: now }) => begin(now ?? undefined),
    undo: (_, { body: sent }) => {
      if (sent.body !== null || !translation) return undefined
      const { body, scriptVersion } = translation
      return () =>
        call(writeTranslation, { params, body: { language, body, scriptVersion, version: sent.version + 1 } })
    },
    onProblem: (problem) => {
      if (problem.code !== 'changed-meanwhile') return false
      const now = saidIn(problem, 'theirs', ScriptTranslation)
      setTheirs(now)
      setGone(!now)
      if (!now) keep({ ...kept, version: 0 })
      return true
    },
  })
  const body = textOf(kept.parts)
  const { scriptVersion } = kept
  const run = (words: string | null, version: number) =>
    void act.run({ params, body: { language, body: words, version, scriptVersion } })
  return {
    ...{ parts: kept.parts, theirs, gone, begin, body, running: act.running },
    /** It is of an older version, and stays so until whoever writes it says that it fits the new one. */
    behind: scriptVersion < danish.version ? scriptVersion : null,
    catchUp: () => keep({ ...kept, scriptVersion: danish.version }),
    send: (seen: { version: number } = kept) => run(body, seen.version),
    takeAway: () => run(null, kept.version),
    put: (change: Partial<ScriptParts>) => keep({ ...kept, parts: { ...kept.parts, ...change } }),
  }
}

/** The Danish to read while one writes: the same parts, in the same order. */
export const DanishParts = ({ body }: { body: string }) => {
  const { steps, questions, guide } = partsOf(body)
  return (
    <section className="tov-card scripts-card scripts-danish" lang={baseLocale} aria-label={m.scripts_danish()}>
      <h2>{m.scripts_danish()}</h2>
      {steps.map(({ name, says, heard }, at) => (
        <div key={name || at}>
          {steps.length > 1 && <h3>{name || m.scripts_step({ n: at + 1 })}</h3>}
          <p>{says}</p>
          {heard.map((one) => (
            <p key={one.heard}>
              <span className="tov-dim">{m.scripts_they_said({ what: one.heard })}</span> {one.say}
            </p>
          ))}
        </div>
      ))}
      {questions.map(({ question, answer }) => (
        <div key={question}>
          <h3>{question}</h3>
          <p>{answer}</p>
        </div>
      ))}
      {guide.map(({ about, ask }) => (
        <div key={about}>
          <h3>{about}</h3>
          <p>{ask.join('\n')}</p>
        </div>
      ))}
    </section>
  )
}

const saysState = (translation: Translation | undefined, language: string) => {
  if (!translation) return m.scripts_translation_none({ language })
  return translation.writtenAt
    ? m.scripts_version_by({
        ...{ n: translation.version, who: translation.writtenBy ?? '' },
        when: saysMoment(translation.writtenAt),
      })
    : m.scripts_translation_house()
}

/** What the callers say in one other language, part by part; beside it the Danish. */
export const TranslationPart = (props: Props) => {
  const { danish, translation, language } = props
  const writing = useTranslating(props)
  const { gone, behind, catchUp, takeAway } = writing
  const name = languageName(language)
  return (
    <InWordsOf value={language}>
      <ScriptForm
        writing={writing}
        says={m.scripts_translation_save()}
        above={
          <Card title={name}>
            <p className="tov-dim">{saysState(translation, name)}</p>
            {gone && <p role="alert">{m.scripts_translation_gone()}</p>}
            {behind !== null && (
              <p role="status">
                {m.scripts_translation_behind({ was: behind, now: danish.version })}{' '}
                <button type="button" className="tov-text-button" onClick={catchUp}>
                  {m.scripts_translation_catch_up({ now: danish.version })}
                </button>
              </p>
            )}
          </Card>
        }
        beside={translation?.writtenAt && <Button onClick={takeAway}>{m.scripts_translation_take_away()}</Button>}
      >
        <div className="scripts-preview scripts-preview-long">
          <DanishParts body={danish.body} />
        </div>
      </ScriptForm>
    </InWordsOf>
  )
}

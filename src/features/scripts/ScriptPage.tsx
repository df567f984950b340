import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { dropDraft, keepDraft, readDraft } from '#web/data/drafts.ts'
import { saidIn } from '#web/data/problem.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Page } from '#web/parts/Page.tsx'
import { showContactList } from '../lists/lists.schema.ts'
import { CallScript } from './CallScript.tsx'
import { ScriptForm } from './ScriptForm.tsx'
import { partsOf, type ScriptParts, textOf } from './script-parts.shared.ts'
import { listScripts, Script, writeScript } from './scripts.schema.ts'
import { TranslationPart } from './TranslationPart.tsx'
import { listTranslations } from './translations.schema.ts'
import { LanguageChoice } from './words-language.tsx'
import './scripts.css'

type Version = AnswerOf<typeof listScripts>['rows'][number]

const WrittenBy = ({ version }: { version: Version }) => (
  <span className="tov-dim">
    {version.writtenBy && version.writtenAt
      ? m.scripts_version_by({ n: version.version, who: version.writtenBy, when: saysMoment(version.writtenAt) })
      : m.scripts_version_usual({ n: version.version })}
  </span>
)

type Kept = { parts: ScriptParts; version: number }
/**
 * What is written, kept in the browser until it is saved, on top of the version it was begun on: whoever wrote another meanwhile is not
 * overwritten, and what stands here is not lost.
 */
const useWriting = (newest: Version, listId: number) => {
  const draft = `script-${listId}`
  const [kept, setKept] = useState<Kept>(
    () => readDraft<Kept>(draft)?.values ?? { parts: partsOf(newest.body), version: newest.version },
  )
  const [theirs, setTheirs] = useState<Version>()
  const begin = ({ body, version }: Version) => {
    dropDraft(draft)
    setKept({ parts: partsOf(body), version })
    setTheirs(undefined)
  }
  const save = useAct(writeScript, {
    says: ({ version }) => m.scripts_saved({ n: version }),
    onDone: begin,
    onProblem: (problem) => {
      const now = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', Script) : undefined
      if (now) setTheirs(now)
      return now !== undefined
    },
  })
  const body = textOf(kept.parts)
  return {
    ...{ parts: kept.parts, theirs, begin, body, running: save.running },
    /** On top of what was seen; who has looked at theirs and keeps his own, on top of theirs. */
    send: (seen: { version: number } = kept) =>
      void save.run({ params: { listId }, body: { body, version: seen.version } }),
    put: (change: Partial<ScriptParts>) => {
      const next = { ...kept, parts: { ...kept.parts, ...change } }
      setKept(next)
      keepDraft(draft, next)
    },
  }
}

/** What the callers say, part by part; beside it as they see it. */
export const Writing = ({ newest, listId }: { newest: Version; listId: number }) => {
  const writing = useWriting(newest, listId)
  const { parts, body } = writing
  return (
    <ScriptForm writing={writing} says={m.scripts_save()}>
      <div className="scripts-preview">
        <p className="tov-dim tov-small">{m.scripts_preview()}</p>
        <CallScript
          key={body}
          says={body}
          industryCode={parts.guide.find(({ division }) => division !== null)?.division ?? null}
        />
      </div>
    </ScriptForm>
  )
}

const Versions = ({ rows }: { rows: readonly Version[] }) => (
  <Card title={m.scripts_versions()}>
    {rows.map((version) => (
      <details key={version.version} className="scripts-version">
        <summary>
          <WrittenBy version={version} />
        </summary>
        <pre className="scripts-plain">{version.body}</pre>
      </details>
    ))}
  </Card>
)

/** What the callers say on one list, in its versions and in other languages. */
export default function ScriptPage() {
  const navigate = useNavigate()
  const listId = Number(useParams({ from: '/signed-in/framed/udtraek/$id/manus' }).id)
  const { sprog } = useSearch({ from: '/signed-in/framed/udtraek/$id/manus' })
  const { data: list } = useAnswer(showContactList, { params: { id: listId } })
  const { data, error } = useAnswer(listScripts, { params: { listId } })
  const { data: spoken } = useAnswer(listTranslations, { params: { listId } })
  const newest = data?.rows[0]
  const language = spoken?.languages.find((code) => code === sprog)
  return (
    <Page
      title={m.scripts_title()}
      subtitle={newest && <WrittenBy version={newest} />}
      up={{ to: `/udtraek/${listId}`, text: list?.name ?? m.lists_one() }}
    >
      {error && !data && <EmptyState title={error.title}>{error.detail}</EmptyState>}
      {spoken && (
        <LanguageChoice
          {...spoken}
          language={language}
          onChoose={(chosen) =>
            void navigate({ to: '.', search: chosen ? { sprog: chosen } : {}, replace: true, resetScroll: false })
          }
        />
      )}
      {newest && spoken && language && (
        <TranslationPart
          key={`${listId} ${language}`}
          {...{ danish: newest, language, listId }}
          translation={spoken.rows.find((one) => one.language === language)}
        />
      )}
      {newest && !language && (sprog === undefined || spoken) && <Writing key={listId} {...{ newest, listId }} />}
      {data && data.rows.length > 1 && !language && <Versions rows={data.rows} />}
    </Page>
  )
}

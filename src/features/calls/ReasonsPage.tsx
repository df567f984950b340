import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { touch, useAnswer } from '#web/data/answers.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { type Line, linesOf, savedAs, whenTheirs } from '#web/data/typed-lines.ts'
import { Card } from '#web/parts/Card.tsx'
import { Page } from '#web/parts/Page.tsx'
import { OwnAnswersCard } from '../own-answers/OwnAnswersCard.tsx'
import { changeRefusalReasons, listRefusalReasons } from './refusal-reasons.schema.ts'
import '../centre/centre.css'
import './calls.css'

type Reasons = AnswerOf<typeof listRefusalReasons>['rows']
const most = 8

/** What is typed, and whether somebody else saved meanwhile. */
const useLines = (rows: Reasons) => {
  const [seen, setSeen] = useState(() => linesOf(rows))
  const [lines, setLines] = useState<Line[]>(seen)
  const [sent, setSent] = useState<readonly Line[] | null>(null)
  const theirs = linesOf(rows)
  const when = whenTheirs({ typed: lines, seen, theirs, sent })
  const takeTheirs = () => {
    setSeen(theirs)
    setLines(theirs)
  }
  if (when === 'taken') takeTheirs()
  if (when === 'own') setSeen(theirs)
  return { lines, setLines, setSent, theirs: when === 'told' ? theirs : null, takeTheirs }
}
/** What a colleague saved first is fetched, and stands beside what is typed. */
const useSaving = () =>
  useAct(changeRefusalReasons, {
    says: () => m.calls_reasons_saved(),
    onProblem: ({ code }) => {
      if (code === 'changed-meanwhile') void touch(listRefusalReasons.path)
    },
  })

const Meanwhile = ({ theirs, onTake }: { theirs: readonly Line[]; onTake: () => void }) => (
  <p role="status">
    {m.calls_reasons_meanwhile({ reasons: theirs.map(({ name }) => name).join(', ') })}{' '}
    <button type="button" className="tov-text-button" onClick={onTake}>
      {m.calls_reasons_take_theirs()}
    </button>
  </p>
)

const ReasonsForm = ({ rows }: { rows: Reasons }) => {
  const { lines, setLines, setSent, theirs, takeTheirs } = useLines(rows)
  const saving = useSaving()
  const put = (key: string, name: string) => setLines(lines.map((one) => (one.key === key ? { ...one, name } : one)))
  const filled = lines.filter(({ name }) => name.trim() !== '')
  return (
    <Card title={m.calls_reasons_list()}>
      <form
        className="tov-form"
        onSubmit={(event) => {
          event.preventDefault()
          setSent(lines)
          void saving.run({ body: { reasons: savedAs(lines, rows), seen: rows.map(({ id }) => id) } })
        }}
      >
        <p className="tov-dim">{m.calls_reasons_text()}</p>
        {theirs && <Meanwhile theirs={theirs} onTake={takeTheirs} />}
        {lines.map(({ key, name }, at) => (
          <div className="calls-reason-line" key={key}>
            <TextInput
              aria-label={m.calls_reasons_one({ n: at + 1 })}
              value={name}
              maxLength={60}
              onChange={(event) => put(key, event.currentTarget.value)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={m.calls_reasons_remove({ name })}
              disabled={lines.length === 1}
              onClick={() => setLines(lines.filter((one) => one.key !== key))}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <div className="calls-reason-acts">
          {lines.length < most && (
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setLines([...lines, { key: crypto.randomUUID(), id: null, name: '' }])}
            >
              {m.calls_reasons_add()}
            </Button>
          )}
          <Button
            type="submit"
            variant="filled"
            disabled={filled.length === 0}
            aria-disabled={saving.running || undefined}
          >
            {m.calls_reasons_save()}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** The centre's own words: what companies answer, and why they decline. */
export default function ReasonsPage() {
  const { data, error } = useAnswer(listRefusalReasons)
  return (
    <Page title={m.calls_reasons_title()} subtitle={m.calls_reasons_subtitle()}>
      {error && !data && <p role="alert">{sentenceOf(error, m.web_failed())}</p>}
      <div className="centre-text-width">
        <OwnAnswersCard />
        {data && <ReasonsForm rows={data.rows} />}
      </div>
    </Page>
  )
}

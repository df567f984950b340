import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { dropDraft, keepDraft, readDraft } from '#web/data/drafts.ts'
import { saidIn } from '#web/data/problem.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { usePlaceKeys } from '#web/parts/place-keys.ts'
import { tradeAreaCodes, tradeAreas } from '../trade-areas/trade-areas.table.ts'
import { Guide, type Question, writeGuide } from './guides.schema.ts'
import { occasionCodes, occasions, type Part, partCodes, parts } from './parts.table.ts'

const draft = 'guide'
type Kept = Pick<Guide, 'questions' | 'version'>
const filled = (questions: readonly Question[]) => questions.filter(({ words }) => words.trim() !== '')

/** Kept in the browser until it is saved, on top of the version it was begun on. */
const useWriting = (now: Guide, onDone: () => void) => {
  const [kept, setKept] = useState<Kept>(() => readDraft<Kept>(draft)?.values ?? now)
  const [theirs, setTheirs] = useState<Guide>()
  const leave = () => {
    dropDraft(draft)
    onDone()
  }
  const save = useAct(writeGuide, {
    says: ({ version }) => m.guides_saved({ n: version }),
    onDone: leave,
    onProblem: (problem) => {
      const stands = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', Guide) : undefined
      if (stands) setTheirs(stands)
      return stands !== undefined
    },
  })
  return {
    ...{ questions: kept.questions, theirs, leave, running: save.running },
    send: (seen: Pick<Guide, 'version'> = kept) =>
      void save.run({ body: { questions: filled(kept.questions), version: seen.version } }),
    put: (questions: Question[]) => {
      const next = { version: kept.version, questions }
      setKept(next)
      keepDraft(draft, next)
    },
  }
}

const occasionOptions = () => [
  { value: '' as const, label: m.guides_occasion_any() },
  ...occasionCodes.map((value) => ({ value, label: occasions[value]() })),
]
const tradeOptions = () => [
  { value: '' as const, label: m.guides_trade_any() },
  ...tradeAreaCodes.map((value) => ({ value, label: tradeAreas[value]() })),
]
type RowProps = {
  question: Question
  onChange: (change: Partial<Question>) => void
  onRemove: () => void
  onUp: (() => void) | undefined
}
const QuestionRow = ({ question, onChange, onRemove, onUp }: RowProps) => (
  <li>
    <Textarea
      aria-label={m.guides_question()}
      value={question.words}
      maxLength={200}
      autosize
      minRows={1}
      onChange={(event) => onChange({ words: event.currentTarget.value })}
    />
    <div className="guides-line">
      <Dropdown
        aria-label={m.guides_occasion()}
        data={occasionOptions()}
        value={question.occasion ?? ''}
        onChange={(occasion) => onChange({ occasion: occasion || null })}
      />
      <Dropdown
        aria-label={m.guides_trade()}
        data={tradeOptions()}
        value={question.trade ?? ''}
        onChange={(trade) => onChange({ trade: trade || null })}
      />
      <ActionIcon size={44} aria-label={m.guides_up()} disabled={!onUp} onClick={onUp}>
        <IconArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon size={44} aria-label={m.guides_remove()} onClick={onRemove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </div>
  </li>
)

type PartProps = { part: Part; of: readonly Question[]; put: (of: Question[]) => void }
const PartCard = ({ part, of, put }: PartProps) => {
  const keys = usePlaceKeys(of.length)
  const remove = (place: number) => {
    keys.drop(place)
    put(of.toSpliced(place, 1))
  }
  const up = (place: number) => {
    const [one, other] = [of[place], of[place - 1]]
    if (one && other) put(of.toSpliced(place - 1, 2, one, other))
  }
  return (
    <Card title={parts[part]()}>
      <ul className="guides-writing">
        {[...of.entries()].map(([place, question]) => (
          <QuestionRow
            key={keys.of(place)}
            question={question}
            onChange={(change) => put(of.with(place, { ...question, ...change }))}
            onRemove={() => remove(place)}
            onUp={place > 0 ? () => up(place) : undefined}
          />
        ))}
      </ul>
      <Button
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => put([...of, { part, occasion: null, trade: null, words: '' }])}
      >
        {m.guides_add()}
      </Button>
    </Card>
  )
}

const listed = (questions: readonly Question[]) => (
  <ul>
    {questions.map(({ part, occasion, trade, words }) => (
      <li key={`${part} ${occasion} ${trade} ${words}`}>{words}</li>
    ))}
  </ul>
)

/** Part by part, in the order of the talk. */
export const GuideForm = ({ now, onDone }: { now: Guide; onDone: () => void }) => {
  const { questions, theirs, leave, running, send, put } = useWriting(now, onDone)
  const ofPart = (part: Part) => questions.filter((question) => question.part === part)
  const putPart = (part: Part, of: Question[]) => put(partCodes.flatMap((one) => (one === part ? of : ofPart(one))))
  return (
    <form
      className="guides-form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {theirs && (
        <BothVersions
          theirs={listed(theirs.questions)}
          mine={listed(filled(questions))}
          onTake={leave}
          onKeep={() => send(theirs)}
        />
      )}
      {partCodes.map((part) => (
        <PartCard key={part} part={part} of={ofPart(part)} put={(of) => putPart(part, of)} />
      ))}
      <div className="guides-line">
        <Button
          type="submit"
          variant="filled"
          disabled={filled(questions).length === 0}
          aria-disabled={running || undefined}
        >
          {m.guides_save()}
        </Button>
        <Button variant="subtle" onClick={leave}>
          {m.web_no_thanks()}
        </Button>
        <span className="tov-dim tov-small">{m.guides_save_text()}</span>
      </div>
    </form>
  )
}

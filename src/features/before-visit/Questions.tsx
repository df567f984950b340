import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { dropDraft, keepDraft, readDraft } from '#web/data/drafts.ts'
import { Card } from '#web/parts/Card.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { heards } from '../guides/AskedCard.tsx'
import { questionsFor } from '../guides/choose.shared.ts'
import type { Occasion } from '../guides/guides.schema.ts'
import { occasionCodes, occasions } from '../guides/parts.table.ts'
import type { Written } from '../visits/ReportDraft.tsx'
import { noteAsked } from './asked.shared.ts'
import type { BeforeVisit } from './before-visit.schema.ts'

export type Writing = { written: Written; write: (change: Partial<Written>) => void }
type Of = Writing & { before: BeforeVisit }

/** Half an answer stays in the browser until it stands in the report. */
const useAnswerOf = (key: string) => {
  const [words, setWords] = useState(() => readDraft<{ words: string }>(key)?.values.words ?? '')
  return {
    words,
    put: (next: string) => {
      setWords(next)
      keepDraft(key, { words: next })
    },
    done: () => {
      setWords('')
      dropDraft(key)
    },
  }
}

type Told = { words: string; need: boolean }
const Answer = ({
  id,
  question,
  onTold,
  onUnknown,
}: {
  id: number
  question: string
  onTold: (told: Told) => void
  onUnknown: () => void
}) => {
  const answer = useAnswerOf(`answer-${id}-${question}`)
  const words = answer.words.trim()
  const tell = (need: boolean) => {
    onTold({ words, need })
    answer.done()
  }
  return (
    <div className="before-answer">
      <TextInput
        label={m.before_visit_answer()}
        value={answer.words}
        maxLength={500}
        onChange={(event) => answer.put(event.currentTarget.value)}
      />
      <div className="before-answer-does">
        <Button disabled={words === ''} onClick={() => tell(true)}>
          {m.before_visit_is_need()}
        </Button>
        <Button disabled={words === ''} onClick={() => tell(false)}>
          {m.before_visit_is_story()}
        </Button>
        <Button onClick={onUnknown}>{m.guides_unknown()}</Button>
      </div>
    </div>
  )
}

const useNoting = ({ before, written, write }: Of) => {
  const note = (words: string, heard: 'asked' | 'told' | 'unknown' | null, rest: Partial<Written> = {}, own = false) =>
    write({ ...rest, asked: noteAsked(written.asked, before.guide.id, { words, heard, own }) })
  return {
    note,
    tell: (question: string, { words, need }: Told) => {
      const needs = written.needs.filter((one) => one.words.trim() !== '')
      note(
        question,
        'told',
        need
          ? { needs: [...needs, { words, education: null, soon: true }] }
          : { about: [written.about.trimEnd(), words].filter(Boolean).join('\n') },
      )
    },
  }
}

const QuestionRow = ({ words, ...of }: Of & { words: string }) => {
  const { note, tell } = useNoting(of)
  const asked = of.written.asked?.questions.find((one) => one.words === words)
  return (
    <li>
      <div className="before-question">
        <Checkbox
          size="md"
          label={words}
          checked={asked !== undefined}
          onChange={(event) => note(words, event.currentTarget.checked ? 'asked' : null)}
        />
        {asked && asked.heard !== 'asked' && <StateTag>{heards[asked.heard]()}</StateTag>}
      </div>
      {asked && (
        <Answer
          id={of.before.bookingId}
          question={words}
          onTold={(told) => tell(words, told)}
          onUnknown={() => note(words, 'unknown')}
        />
      )}
    </li>
  )
}

const OwnQuestion = (of: Of) => {
  const { note } = useNoting(of)
  const [words, setWords] = useState<string>()
  if (words === undefined)
    return (
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setWords('')}>
        {m.before_visit_own()}
      </Button>
    )
  return (
    <form
      className="before-own"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim()) note(words.trim(), 'asked', {}, true)
        setWords(undefined)
      }}
    >
      <TextInput
        label={m.before_visit_own()}
        value={words}
        maxLength={200}
        data-autofocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit">{m.before_visit_own_add()}</Button>
    </form>
  )
}

const occasionOptions = () => occasionCodes.map((value) => ({ value, label: occasions[value]() }))

/** Where they are going comes first; what is ticked and told is the report's draft. */
export const Questions = (of: Of) => {
  const { before, written } = of
  const [occasion, setOccasion] = useState<Occasion>(before.occasion)
  const [open, setOpen] = useState(false)
  const { first, more } = questionsFor(before.guide.questions, { occasion, trade: before.trade })
  const asked = written.asked?.questions ?? []
  const shown = [...first, ...(open ? more : [])].map(({ words }) => words)
  // What was asked stays, whatever version or occasion stands there now.
  const others = asked.map(({ words }) => words).filter((words) => !shown.includes(words))
  return (
    <Card
      title={m.before_visit_ask()}
      right={<span className="tov-dim">{m.before_visit_asked({ asked: asked.length })}</span>}
    >
      <p className="tov-dim tov-small">{m.before_visit_ask_text()}</p>
      <Dropdown label={m.guides_occasion()} data={occasionOptions()} value={occasion} onChange={setOccasion} />
      <ul className="before-questions">
        {[...shown, ...others].map((words) => (
          <QuestionRow key={words} words={words} {...of} />
        ))}
      </ul>
      <div className="before-answer-does">
        {!open && more.length > 0 && (
          <Button variant="subtle" onClick={() => setOpen(true)}>
            {m.before_visit_more({ count: more.length })}
          </Button>
        )}
        <OwnQuestion {...of} />
        <VisibilityMark who="personal" />
      </div>
    </Card>
  )
}

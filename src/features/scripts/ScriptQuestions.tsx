import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { Card } from '#web/parts/Card.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { divisionName, industryDivisions } from '../official-codes/industry-divisions.table.ts'
import { StepParts } from './ScriptSteps.tsx'
import type { Guide, Question, ScriptParts } from './script-parts.shared.ts'
import { useWordsLanguage } from './words-language.tsx'

type LineProps = { label: string; what: string; onRemove: () => void; children: ReactNode }
const Line = ({ label, what, onRemove, children }: LineProps) => (
  <div className="scripts-line" role="group" aria-label={label}>
    {children}
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={m.scripts_remove({ what: what || label })}
      onClick={onRemove}
    >
      <IconX size={18} aria-hidden />
    </ActionIcon>
  </div>
)
const Add = ({ onAdd, children }: { onAdd: () => void; children: ReactNode }) => (
  <Button className="scripts-add" leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
    {children}
  </Button>
)

type Questions = { questions: readonly Question[]; onPut: (questions: Question[]) => void }
/** What companies ask, and the answer. */
const QuestionParts = ({ questions, onPut }: Questions) => {
  const lang = useWordsLanguage()
  return (
    <Card title={m.scripts_questions()}>
      <div className="scripts-step-parts">
        {questions.map((one, at) => {
          const put = (change: Partial<Question>) =>
            onPut(questions.map((q, n) => (n === at ? { ...q, ...change } : q)))
          return (
            <Line
              // oxlint-disable-next-line react/no-array-index-key -- a line of a text: it is where it stands
              key={at}
              label={m.scripts_question_n({ n: at + 1 })}
              what={one.question}
              onRemove={() => onPut(questions.filter((_, n) => n !== at))}
            >
              <TextInput
                lang={lang}
                label={m.scripts_they_ask()}
                value={one.question}
                maxLength={120}
                onChange={(event) => put({ question: event.currentTarget.value })}
              />
              <Textarea
                lang={lang}
                className="scripts-wide"
                label={m.scripts_you_answer()}
                value={one.answer}
                maxLength={600}
                autosize
                minRows={1}
                onChange={(event) => put({ answer: event.currentTarget.value })}
              />
            </Line>
          )
        })}
        <Add onAdd={() => onPut([...questions, { question: '', answer: '' }])}>{m.scripts_add_question()}</Add>
      </div>
    </Card>
  )
}

const every = ''
const divisions = () => [
  { value: every, label: m.scripts_every_industry() },
  ...Object.keys(industryDivisions)
    .toSorted()
    .map((value) => ({ value, label: divisionName(value, getLocale()) ?? value })),
]
type Guides = { guide: readonly Guide[]; onPut: (guide: Guide[]) => void }
/** What one may ask, by occasion and industry: open questions, one a line. */
const GuideParts = ({ guide, onPut }: Guides) => {
  const lang = useWordsLanguage()
  return (
    <Card title={m.scripts_guide()}>
      <div className="scripts-step-parts">
        <p className="tov-dim">{m.scripts_guide_text()}</p>
        {guide.map((one, at) => {
          const put = (change: Partial<Guide>) => onPut(guide.map((g, n) => (n === at ? { ...g, ...change } : g)))
          return (
            <Line
              // oxlint-disable-next-line react/no-array-index-key -- a line of a text: it is where it stands
              key={at}
              label={m.scripts_guide_n({ n: at + 1 })}
              what={one.about}
              onRemove={() => onPut(guide.filter((_, n) => n !== at))}
            >
              <TextInput
                lang={lang}
                label={m.scripts_occasion()}
                value={one.about}
                maxLength={60}
                onChange={(event) => put({ about: event.currentTarget.value })}
              />
              <Textarea
                lang={lang}
                label={m.scripts_ask()}
                value={one.ask.join('\n')}
                maxLength={1500}
                autosize
                minRows={2}
                onChange={(event) => put({ ask: event.currentTarget.value.split('\n') })}
              />
              <Dropdown
                label={m.scripts_industry()}
                data={divisions()}
                value={one.division ?? every}
                onChange={(value) => put({ division: value === every ? null : value })}
              />
            </Line>
          )
        })}
        <Add onAdd={() => onPut([...guide, { about: '', division: null, ask: [] }])}>{m.scripts_add_guide()}</Add>
      </div>
    </Card>
  )
}

type All = { parts: ScriptParts; put: (change: Partial<ScriptParts>) => void }
/** All that is said in a call, to be written: its steps, its questions, and the guide beside them. */
export const AllParts = ({ parts, put }: All) => (
  <>
    <StepParts steps={parts.steps} onPut={(steps) => put({ steps })} />
    <QuestionParts questions={parts.questions} onPut={(questions) => put({ questions })} />
    <GuideParts guide={parts.guide} onPut={(guide) => put({ guide })} />
  </>
)

import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { answers } from '../may-contact/answers.schema.ts'
import { answerWords } from '../may-contact/answers.table.ts'
import { isShorter, leastOf } from './choosing.shared.ts'
import { listOwnAnswers, mostReasons, type WantedOwn } from './own-answers.schema.ts'
import { begun, type Known, type Line, useChoosing, wantedOf } from './use-own-list.tsx'
import './own-answers.css'

const choices = answers.map((value) => ({ value, label: answerWords[value]() }))

/** Opened by who wants any: most words need no reasons of their own. */
const OwnReasonsField = ({ line, onPut }: Pick<LineProps, 'line' | 'onPut'>) =>
  line.reasons === null ? (
    <div className="own-answers-why">
      <button type="button" className="tov-text-button" onClick={() => onPut({ reasons: '' })}>
        {m.own_answers_reasons_begin()}
      </button>
    </div>
  ) : (
    <Textarea
      className="own-answers-why"
      label={m.own_answers_reasons({ name: line.name })}
      description={m.own_answers_reasons_help({ most: mostReasons })}
      value={line.reasons}
      maxLength={400}
      autosize
      minRows={2}
      onChange={(event) => onPut({ reasons: event.currentTarget.value })}
    />
  )

type LineProps = { line: Line; n: number; onPut: (change: Partial<Line>) => void; onRemove: () => void }
const OneLine = ({ line, n, onPut, onRemove }: LineProps) => {
  const least = leastOf(line.answer)
  return (
    <div className="own-answers-line" role="group" aria-label={m.own_answers_one({ n })}>
      <Dropdown
        aria-label={m.own_answers_under({ n })}
        data={choices}
        value={line.answer}
        onChange={(answer) => onPut({ answer })}
      />
      <TextInput
        aria-label={m.own_answers_name({ n })}
        placeholder={m.own_answers_example()}
        value={line.name}
        maxLength={60}
        onChange={(event) => onPut({ name: event.currentTarget.value })}
      />
      {least === undefined ? (
        <span />
      ) : (
        <TextInput
          aria-label={m.own_answers_months({ n })}
          inputMode="numeric"
          placeholder={m.own_answers_as_rules()}
          rightSection={m.own_answers_months_short()}
          rightSectionWidth={48}
          value={line.months}
          maxLength={2}
          onChange={(event) => onPut({ months: event.currentTarget.value })}
        />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={m.own_answers_remove({ name: line.name })}
        onClick={onRemove}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
      {isShorter(wantedOf(line)) && (
        <Textarea
          className="own-answers-why"
          label={m.own_answers_why({ months: least ?? 0 })}
          value={line.shorterWhy}
          maxLength={500}
          autosize
          minRows={1}
          onChange={(event) => onPut({ shorterWhy: event.currentTarget.value })}
        />
      )}
      <OwnReasonsField line={line} onPut={onPut} />
    </div>
  )
}

type SaidOf = Pick<WantedOwn, 'answer' | 'name' | 'months'> & { reasons: readonly (string | { name: string })[] }
const reasonsIn = ({ reasons }: SaidOf) => reasons.map((one) => (typeof one === 'string' ? one : one.name))
const Said = ({ of }: { of: SaidOf }) => (
  <>
    {m.own_answers_said({ answer: answerWords[of.answer](), own: of.name })}
    {of.months !== null && `, ${m.own_answers_for_months({ months: of.months })}`}
    {of.reasons.length > 0 && `. ${m.own_answers_reasons_are({ reasons: reasonsIn(of).join(', ') })}`}
  </>
)
const Former = ({ former }: Pick<Known, 'former'>) =>
  former.length > 0 && (
    <details>
      <summary>{m.own_answers_former({ count: former.length })}</summary>
      <ul className="own-answers-former">
        {former.map(({ saidAt, endedAt, ...one }) => (
          <li key={one.id}>
            <Said of={one} />.{' '}
            <span className="tov-dim">
              {m.own_answers_between({ from: saysDate(saidAt), to: saysDate(endedAt ?? saidAt) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )

const List = ({ of }: { of: readonly SaidOf[] }) => (
  <>
    {of.map((one) => (
      <div key={`${one.answer} ${one.name}`}>
        <Said of={one} />
      </div>
    ))}
  </>
)
const OwnAnswersForm = ({ rows, former }: Known) => {
  const { lines, theirs, begin, wanted, running, put, send, keep } = useChoosing(rows)
  return (
    <Card title={m.own_answers_title()}>
      <form
        className="tov-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p className="tov-dim">{m.own_answers_text({ count: answers.length })}</p>
        {theirs && (
          <BothVersions
            theirs={<List of={theirs} />}
            mine={<List of={wanted} />}
            onTake={() => begin(theirs)}
            onKeep={() => keep(theirs)}
          />
        )}
        {lines.map((line, at) => (
          <OneLine
            key={line.key}
            {...{ line, n: at + 1 }}
            onPut={(change) => put(lines.map((one) => (one.key === line.key ? { ...one, ...change } : one)))}
            onRemove={() => put(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
        <div className="own-answers-acts">
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => put([...lines, begun()])}>
            {m.own_answers_add()}
          </Button>
          <Button type="submit" variant="filled" aria-disabled={running || undefined}>
            {m.own_answers_save()}
          </Button>
        </div>
        <Former former={former} />
      </form>
    </Card>
  )
}

/** The centre's own words for what companies answer, each under one of the eight. */
export const OwnAnswersCard = () => {
  const { data } = useAnswer(listOwnAnswers)
  return data ? <OwnAnswersForm {...data} /> : null
}

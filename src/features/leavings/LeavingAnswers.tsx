import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { sayProblem } from '#web/data/notices.ts'
import { Card } from '#web/parts/Card.tsx'
import { type Whole, whichOf } from './leaving-words.tsx'
import { answerLeaving } from './leavings.schema.ts'

/** What I am asked about: all of it ticked, a yes or a no to what is. */
export const LeavingAnswers = ({ whole }: { whole: Whole }) => {
  const { id, person, leftAt } = whole.leaving
  const asked = whole.things.flatMap((thing) =>
    thing.question?.can.answer ? [{ thing, questionId: thing.question.id }] : [],
  )
  const [without, setWithout] = useState<readonly number[]>([])
  const [why, setWhy] = useState('')
  const ticked = asked.map(({ questionId }) => questionId).filter((one) => !without.includes(one))
  const answer = useAct(answerLeaving, {
    says: ({ taken }, { body }) =>
      body.no.length > 0 ? m.leavings_answered_no() : m.leavings_answered_yes({ count: taken }),
    onDone: ({ gone }) => {
      setWithout([])
      if (gone.length > 0) sayProblem(m.leavings_answered_gone({ what: gone.join(', ') }))
    },
  })
  const say = (yes: readonly number[], no: readonly number[]) =>
    void answer.run({ params: { id }, body: { yes: [...yes], no: [...no], why } })
  if (asked.length === 0) return null
  return (
    <Card title={m.leavings_answer_title()}>
      <p className="tov-dim">
        {leftAt === null ? m.leavings_answer_text({ who: person.name }) : m.leavings_answer_text_left()}
      </p>
      <fieldset className="leavings-answers">
        <legend>{m.leavings_answer_each()}</legend>
        {asked.map(({ thing, questionId }) => (
          <Checkbox
            key={questionId}
            label={whichOf(thing, person.name)}
            checked={!without.includes(questionId)}
            onChange={(event) =>
              setWithout(
                event.currentTarget.checked ? without.filter((one) => one !== questionId) : [...without, questionId],
              )
            }
          />
        ))}
      </fieldset>
      <TextInput
        label={m.leavings_answer_why()}
        value={why}
        maxLength={300}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div className="leavings-acts">
        <Button variant="filled" disabled={answer.running || ticked.length === 0} onClick={() => say(ticked, [])}>
          {m.leavings_answer_yes({ count: ticked.length })}
        </Button>
        <Button disabled={answer.running || ticked.length === 0} onClick={() => say([], ticked)}>
          {m.leavings_answer_no({ count: ticked.length })}
        </Button>
      </div>
    </Card>
  )
}

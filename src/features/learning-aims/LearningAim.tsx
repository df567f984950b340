import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { showLearningAim, writeLearningAim } from './learning-aims.schema.ts'

type Aim = NonNullable<AnswerOf<typeof showLearningAim>['aim']>

const Write = ({ id, aim, onDone }: { id: number; aim: Aim; onDone: () => void }) => {
  const [words, setWords] = useState(aim.words)
  const write = useAct(writeLearningAim, { says: () => m.learning_aims_said(), onDone })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim()) void write.run({ params: { id }, body: { words: words.trim(), saidAt: aim.saidAt } })
      }}
    >
      <Textarea
        label={m.learning_aims_words()}
        maxLength={500}
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit" disabled={words.trim() === ''} loading={write.running}>
        {m.learning_aims_save()}
      </Button>
    </form>
  )
}

/** What the one who comes along wants to learn; nothing stands here for anybody but the two. */
export const LearningAim = ({ bookingId }: { bookingId: number }) => {
  const { data } = useAnswer(showLearningAim, { params: { id: bookingId } })
  const [writing, setWriting] = useState(false)
  const { person } = useMe()
  const aim = data?.aim
  if (!aim) return null
  const { learner, other } = aim
  const mine = learner.personId === person.id
  const none = mine ? m.learning_aims_none() : m.learning_aims_none_other({ name: learner.name })
  return (
    <Card
      title={mine ? m.learning_aims_mine() : m.learning_aims_title({ name: learner.name })}
      right={<VisibilityMark who="group" names={[other.name, learner.name]} />}
    >
      <p>{aim.saidAt === null ? none : aim.words}</p>
      {aim.writtenBy === other.name && <p className="tov-dim">{m.learning_aims_by({ who: other.name })}</p>}
      {aim.can.write && !writing && <Button onClick={() => setWriting(true)}>{m.learning_aims_edit()}</Button>}
      {aim.can.write && writing && <Write id={bookingId} aim={aim} onDone={() => setWriting(false)} />}
    </Card>
  )
}

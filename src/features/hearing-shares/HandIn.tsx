import { Button } from '@mantine/core'
import { useState } from 'react'
import { type AnswerOf, z } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { saidIn } from '#web/data/problem.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { saysMoment, saysNearMoment } from '#web/parts/dates.ts'
import { number } from '#web/parts/numbers.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { answerHearing, reopenAnswer, type showHearing } from '../hearings/hearings.schema.ts'

type Hearing = AnswerOf<typeof showHearing>
/** How long there is, or how it stands. */
export const Deadline = ({ hearing }: { hearing: Hearing }) => {
  if (hearing.endedAt) return <StateTag>{m.hearings_ended_at({ when: saysMoment(hearing.endedAt) })}</StateTag>
  if (hearing.answeredAt)
    return (
      <StateTag tone="fri">
        {m.hearings_answered_by({ who: hearing.answeredBy ?? '', when: saysNearMoment(hearing.answeredAt) })}
      </StateTag>
    )
  return <StateTag tone="venter">{m.hearings_deadline_near({ when: saysNearMoment(hearing.deadline) })}</StateTag>
}

/** The school's answer, handed in by who may. */
export const HandIn = ({ hearing }: { hearing: Hearing }) => {
  const params = { id: hearing.id }
  const reopen = useAct(reopenAnswer, { says: () => m.hearings_reopened() })
  const [left, setLeft] = useState<number>()
  const answer = useAct(answerHearing, {
    says: () => m.hearings_handed_in(),
    undo: () => () => reopen.run({ params }),
    // A colleague's new contacts may know more than the page has counted.
    onProblem: (problem) => {
      const notLookedAt = saidIn(problem, 'notLookedAt', z.int())
      setLeft(notLookedAt)
      return notLookedAt !== undefined
    },
  })
  const handIn = (notLookedAt: number) => void answer.run({ params, body: { notLookedAt } })
  if (hearing.can.reopen) return <Button onClick={() => void reopen.run({ params })}>{m.hearings_reopen()}</Button>
  if (!hearing.can.answer)
    return hearing.handsIn ? <span className="tov-dim">{m.hearings_hands_in_who({ who: hearing.handsIn })}</span> : null
  const count = number(left ?? 0)
  return (
    <>
      <Button
        variant={hearing.counts.knownLeft === 0 && hearing.contacts > 0 ? 'filled' : 'default'}
        onClick={() => handIn(0)}
      >
        {m.hearings_hand_in()}
      </Button>
      <Ask
        open={left !== undefined}
        title={m.hearings_hand_in_left({ count })}
        yes={m.hearings_hand_in_anyway()}
        onYes={() => handIn(left ?? 0)}
        onClose={() => setLeft(undefined)}
      >
        <p>{m.hearings_hand_in_left_text({ count })}</p>
      </Ask>
    </>
  )
}

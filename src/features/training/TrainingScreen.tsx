import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { TopbarFrame } from '#web/frame/TopbarFrame.tsx'
import { saysMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { answerKeys, answerSays, consequenceOf } from '../calls/call-words.table.tsx'
import { CallAnswers } from '../calls/CallAnswers.tsx'
import { CallTimes } from '../calls/CallTimes.tsx'
import { useFields } from '../calls/use-talk.tsx'
import { saysEmployees } from '../register/RegisterWords.tsx'
import { CallScript } from '../scripts/CallScript.tsx'
import { showTraining } from './training.schema.ts'
import { type Exercise, type Training, useExercise } from './use-exercise.tsx'
import '../calls/calls.css'
import './training.css'

type Doing = ReturnType<typeof useExercise>

/** Who is rung, and what one hears: no number stands here, and nothing is dialled. */
const Company = ({ exercise: { company, hears }, doing }: { exercise: Exercise; doing: Doing }) => (
  <section className="tov-card calls-card training-company" aria-label={company.name}>
    <div>
      <h2>{company.name}</h2>
      <p className="calls-facts">
        <span>{company.town}</span>
        <span>{m.calls_employees({ count: saysEmployees(company) ?? '' })}</span>
        <span>{company.industry}</span>
      </p>
      <StateTag tone="venter">{m.training_tag()}</StateTag>
    </div>
    {!doing.rung && (
      <Button size="md" onClick={doing.ring} leftSection={<IconPhone size={18} stroke={1.7} aria-hidden />}>
        {m.training_ring()} <KeyCap>{m.calls_space()}</KeyCap>
      </Button>
    )}
    <div className="training-hears" role="status">
      {doing.rung ? (
        <>
          <b>{m.training_hears_title()}</b> <q>{hears}</q>
        </>
      ) : (
        <span className="tov-dim">{m.training_quiet()}</span>
      )}
    </div>
  </section>
)

/** Whether it was the answer that we had noted, why that one, and what it would have led to. */
const Judged = ({ exercise: { company, fits, because }, doing }: { exercise: Exercise; doing: Doing }) => {
  const { answer } = doing.typed
  if (!doing.given || !answer) return null
  const best = fits[0]
  return (
    <section className="tov-card calls-card training-judged" role="status">
      <b>{fits.includes(answer) || !best ? m.training_fit() : m.training_other({ answer: answerSays(best) })}</b>
      <span>{because}</span>
      <span className="tov-dim">
        {doing.slot
          ? m.training_would_meet({ when: saysMoment(doing.slot.startsAt) })
          : m.training_would({ what: consequenceOf(company, answer) || answerSays(answer) })}
      </span>
    </section>
  )
}

const keysOf = ({ type }: Doing) =>
  answerKeys.map(({ answer, key, says }) => ({
    key,
    says: says(),
    run: () => type({ answer, ownId: null, ownReasonId: null }),
  }))

const Talk = ({
  exercise,
  slots,
  says,
  onJudged,
  onNext,
}: {
  exercise: Exercise
  slots: Training['slots']
  says: string
  onJudged: (fitted: boolean) => void
  onNext: () => void
}) => {
  const doing = useExercise(exercise, slots.rows, onJudged)
  const go = doing.given ? onNext : doing.answer
  const fields = useFields()
  useKeys([
    { key: ' ', says: m.training_ring(), run: doing.given ? onNext : doing.ring },
    ...keysOf(doing),
    { key: 'arrowdown', says: m.calls_key_down(), run: () => doing.step(1) },
    { key: 'arrowup', says: m.calls_key_up(), run: () => doing.step(-1) },
    { key: 'n', says: m.calls_key_note(), run: () => fields.note.current?.focus() },
    { key: 'ctrl+enter', says: m.training_answer(), run: go, inField: true },
  ])
  return (
    <>
      <div className="calls-talk">
        <div className="calls-talk-body">
          <p className="training-lead">{m.training_lead()}</p>
          <Company {...{ exercise, doing }} />
          <Judged {...{ exercise, doing }} />
          <CallScript says={exercise.company.says} />
          <CallAnswers
            {...{ company: exercise.company, typed: doing.typed, fields, onType: doing.type }}
            booking={doing.slot !== undefined}
            nameMissing={doing.missing === m.training_name_missing()}
          />
        </div>
        <footer className="calls-foot">
          <span className="calls-foot-says" role="status">
            {doing.missing ?? says}
          </span>
          <Button variant="filled" size="md" onClick={go}>
            {doing.given ? m.training_next() : m.training_answer()} <KeyCap>Ctrl ↵</KeyCap>
          </Button>
        </footer>
      </div>
      <CallTimes
        form="visit"
        {...{ slots, shown: slots.rows, chosen: doing.slot, more: false, along: false }}
        onMore={() => {}}
        onAlong={() => {}}
        onChoose={doing.choose}
      />
    </>
  )
}

const Done = ({ fitted, count, onAgain }: { fitted: number; count: number; onAgain: () => void }) => (
  <EmptyState
    title={m.training_done({ count })}
    action={
      <span className="training-ways">
        <Button variant="filled" component={Go} to="/ring">
          {m.training_to_calls()}
        </Button>
        <Button onClick={onAgain}>{m.training_again()}</Button>
      </span>
    }
  >
    {m.training_done_text({ fit: fitted, count })}
  </EmptyState>
)

/** The caller's screen with invented companies: it reads once, and has no act at all. */
const TrainingScreen = () => {
  const { data } = useAnswer(showTraining)
  const [at, setAt] = useState(0)
  const [fitted, setFitted] = useState(0)
  const again = () => {
    setAt(0)
    setFitted(0)
  }
  const exercise = data?.rows[at]
  const count = data?.rows.length ?? 0
  return (
    <TopbarFrame
      title={m.training_title()}
      subtitle={m.training_tag()}
      right={
        <Button component={Go} to="/ring">
          {m.training_to_calls()}
        </Button>
      }
    >
      <div className="calls-screen training-screen" data-held={exercise !== undefined || undefined}>
        {data && exercise && (
          <Talk
            key={at}
            {...{ exercise, slots: data.slots }}
            says={m.training_of({ n: at + 1, count })}
            onJudged={(fits) => setFitted(fitted + (fits ? 1 : 0))}
            onNext={() => setAt(at + 1)}
          />
        )}
        {data && !exercise && (
          <div className="calls-talk">
            <div className="calls-talk-body">
              <Done {...{ fitted, count }} onAgain={again} />
            </div>
          </div>
        )}
      </div>
    </TopbarFrame>
  )
}
export default TrainingScreen

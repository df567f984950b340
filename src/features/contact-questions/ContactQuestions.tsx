import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import { Quote } from '#web/parts/Thread.tsx'
import { AnswerForm } from './QuestionForms.tsx'
import { listContactQuestions, withdrawContactQuestion } from './contact-questions.schema.ts'
import './contact-questions.css'

export type Question = RowOf<typeof listContactQuestions>

export const useQuestions = (companyId: number): readonly Question[] =>
  useAnswer(listContactQuestions, { query: { companyId } }).data?.rows ?? []

/** What I asked, and how it stands. */
const Mine = ({ question }: { question: Question }) => {
  const { about, to, askedAt, coordinatorsFrom, can } = question
  const withdraw = useAct(withdrawContactQuestion, { says: () => m.contact_questions_said_withdrawn() })
  const passed = coordinatorsFrom <= new Date().toISOString()
  const when = saysNearMoment(askedAt)
  const who = to?.name ?? m.contact_questions_the_coordinator()
  return (
    <p>
      {about === 'doubt' ? m.contact_questions_you_doubted({ when }) : m.contact_questions_you_asked({ who, when })}{' '}
      {about !== 'doubt' &&
        to !== null &&
        (passed
          ? m.contact_questions_coordinator_may()
          : m.contact_questions_until({ when: saysNearMoment(coordinatorsFrom) }))}{' '}
      {can.withdraw && (
        <button
          type="button"
          className="tov-text-button"
          onClick={() => void withdraw.run({ params: { id: question.id } })}
        >
          {m.contact_questions_withdraw()}
        </button>
      )}
    </p>
  )
}

const wants = {
  phone: m.contact_questions_wants_phone,
  visit: m.contact_questions_wants_visit,
  doubt: m.contact_questions_wants_doubt,
} as const
/** Someone waits for my answer. */
const ToAnswer = ({ question }: { question: Question }) => {
  const [answer, setAnswer] = useState<'yes' | 'no'>()
  const isDoubt = question.about === 'doubt'
  return (
    <div className="contact-questions-asked">
      <h3>{wants[question.about]({ who: question.asker.name })}</h3>
      <Quote>{question.words}</Quote>
      <div className="may-contact-acts">
        <Button
          variant={answer ? 'default' : 'filled'}
          aria-expanded={answer === 'yes'}
          onClick={() => setAnswer('yes')}
        >
          {isDoubt ? m.contact_questions_right() : m.contact_questions_yes()}
        </Button>
        <Button aria-expanded={answer === 'no'} onClick={() => setAnswer('no')}>
          {isDoubt ? m.contact_questions_stays() : m.contact_questions_no()}
        </Button>
      </div>
      {answer && <AnswerForm key={answer} question={question} answer={answer} onStop={() => setAnswer(undefined)} />}
    </div>
  )
}

/** The answer I got: by whom and when, and in whose words. */
const saysAnswer = ({ about, state, answeredBy, answeredAt, openUntil }: Question) => {
  const said = { who: answeredBy ?? '', when: saysNearMoment(answeredAt ?? '') }
  if (about === 'doubt')
    return state === 'yes' ? m.contact_questions_got_settled(said) : m.contact_questions_got_stays(said)
  if (state === 'no') return m.contact_questions_got_no(said)
  return openUntil
    ? m.contact_questions_got_yes({ ...said, until: saysDate(openUntil) })
    : m.contact_questions_got_used(said)
}
const Answered = ({ question }: { question: Question }) => (
  <div>
    <p>{saysAnswer(question)}</p>
    {question.why && <Quote>{question.why}</Quote>}
  </div>
)

const One = ({ question }: { question: Question }) => {
  if (question.can.answer) return <ToAnswer question={question} />
  if (question.mine && question.state === 'open') return <Mine question={question} />
  if (question.mine) return <Answered question={question} />
  if (question.state !== 'open') return null
  const said = { who: question.asker.name, when: saysNearMoment(question.askedAt) }
  return (
    <p>
      {question.about === 'doubt' ? m.contact_questions_other_doubted(said) : m.contact_questions_other_asked(said)}
    </p>
  )
}

/** What was asked about the answer above: it changes in place when somebody answers, and is read out then. */
export const ContactQuestions = ({ questions }: { questions: readonly Question[] }) => (
  <div className="contact-questions" aria-live="polite">
    {questions.map((question) => (
      <One key={question.id} question={question} />
    ))}
  </div>
)

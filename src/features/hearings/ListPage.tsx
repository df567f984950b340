import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, saysDate, saysDeadline, saysMoment, today, weekday } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { useAnswer } from '#web/data/answers.ts'
import { OneList } from '../lists/OneList.tsx'
import { endHearing, remindSchools, showListHearing, startHearing } from './hearings.schema.ts'

type Beside = AnswerOf<typeof showListHearing>
type Hearing = NonNullable<Beside['hearing']>

/** A week from now, on a working day. */
const inAWeek = () => {
  const day = addDays(today(), 7)
  return weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day
}

const StartHearing = ({ listId }: { listId: number }) => {
  const form = useContractForm(startHearing, {
    initial: { date: inAWeek(), time: '16:00' },
    with: { params: { id: listId } },
    says: () => m.hearings_started(),
  })
  return (
    <Card title={m.hearings_start_title()}>
      <p className="tov-dim">{m.hearings_start_text()}</p>
      <ContractForm of={form}>
        <div className="lists-pair">
          <DateField label={m.hearings_deadline()} min={today()} {...form.field('date')} />
          <TimeField label={m.hearings_deadline_time()} {...form.field('time')} />
        </div>
        <SendButton of={form} fullWidth>
          {m.hearings_start()}
        </SendButton>
      </ContractForm>
    </Card>
  )
}

const Answer = ({ answer }: { answer: Beside['answers'][number] }) => {
  if (answer.answeredAt)
    return <StateTag tone="fri">{m.hearings_answered({ when: saysDate(answer.answeredAt) })}</StateTag>
  if (answer.silentAt) return <StateTag>{m.hearings_silent()}</StateTag>
  return (
    <StateTag tone="venter">
      {answer.remindedAt ? m.hearings_reminded({ when: saysDate(answer.remindedAt) }) : m.hearings_missing()}
    </StateTag>
  )
}

const Answers = ({ hearing, answers, can }: { hearing: Hearing } & Pick<Beside, 'answers' | 'can'>) => {
  const remind = useAct(remindSchools, {
    says: ({ reminded }) =>
      reminded === 1 ? m.hearings_reminded_one() : m.hearings_reminded_many({ count: reminded }),
  })
  const end = useAct(endHearing, { says: () => m.hearings_ended() })
  const params = { id: hearing.id }
  return (
    <Card title={m.hearings_hearing()} right={hearing.endedAt ? m.hearings_over() : saysDeadline(hearing.deadline)}>
      <p className="tov-dim">
        {hearing.endedAt
          ? m.hearings_ended_at({ when: saysMoment(hearing.endedAt) })
          : m.hearings_until({ when: saysMoment(hearing.deadline) })}{' '}
        {!hearing.endedAt && (hearing.silence === 'waits' ? m.hearings_silence_waits() : m.hearings_silence_goes_on())}
      </p>
      <ul className="lists-answers">
        {answers.map((answer) => (
          <li key={answer.schoolId}>
            <span>{answer.school}</span>
            <Answer answer={answer} />
          </li>
        ))}
      </ul>
      <div className="lists-buttons">
        {can.end && (
          <Button variant="filled" onClick={() => void end.run({ params })}>
            {m.hearings_end()}
          </Button>
        )}
        {can.remind && <Button onClick={() => void remind.run({ params })}>{m.hearings_remind()}</Button>}
      </div>
      <p className="tov-dim tov-small">{m.hearings_who_sees_coordinator()}</p>
    </Card>
  )
}

/** The hearing beside the list: start it, see who has answered, remind, end; for a school the way to its own answer. */
const HearingCard = ({ listId }: { listId: number }) => {
  const { data } = useAnswer(showListHearing, { params: { id: listId } })
  if (!data) return null
  const { hearing, answers, can } = data
  if (can.start) return <StartHearing listId={listId} />
  if (!hearing) return <Card title={m.hearings_hearing()}>{m.hearings_none()}</Card>
  if (hearing.schools !== null) return <Answers hearing={hearing} answers={answers} can={can} />
  return (
    <Card title={m.hearings_hearing()}>
      <p className="tov-dim">
        {hearing.endedAt
          ? m.hearings_ended_at({ when: saysMoment(hearing.endedAt) })
          : m.hearings_until({ when: saysMoment(hearing.deadline) })}
      </p>
      <Button component={Go} to={`/hoering/${hearing.id}`} fullWidth>
        {m.hearings_open()}
      </Button>
    </Card>
  )
}

/** One list with its hearing beside it. */
export default () => <OneList Beside={HearingCard} />

import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/act.ts'
import { Card } from '#web/Card.tsx'
import { DateField } from '#web/DateField.tsx'
import { addDays, saysDate, saysDeadline, saysMoment, today, weekday } from '#web/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/Form.tsx'
import { Go } from '#web/Go.tsx'
import { StateTag } from '#web/StateTag.tsx'
import { TimeField } from '#web/TimeField.tsx'
import type { showContactList } from './contact-lists.schema.ts'
import { endHearing, remindSchools, startHearing } from './hearing.schema.ts'

type List = AnswerOf<typeof showContactList>
type Hearing = NonNullable<List['hearing']>

/** A week from now, on a working day. */
const inAWeek = () => {
  const day = addDays(today(), 7)
  return weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day
}

const StartHearing = ({ list }: { list: List }) => {
  const form = useContractForm(startHearing, {
    initial: { date: inAWeek(), time: '16:00' },
    with: { params: { id: list.id } },
    says: () => m.lists_hearing_started(),
  })
  return (
    <Card title={m.lists_hearing_start_title()}>
      <p className="tov-dim">{m.lists_hearing_start_text()}</p>
      <ContractForm of={form}>
        <div className="lists-pair">
          <DateField label={m.lists_deadline()} min={today()} {...form.field('date')} />
          <TimeField label={m.lists_deadline_time()} {...form.field('time')} />
        </div>
        <SendButton of={form} fullWidth>
          {m.lists_hearing_start()}
        </SendButton>
      </ContractForm>
    </Card>
  )
}

const Answer = ({ answer }: { answer: List['answers'][number] }) => {
  if (answer.answeredAt)
    return <StateTag tone="fri">{m.lists_answered({ when: saysDate(answer.answeredAt) })}</StateTag>
  if (answer.silentAt) return <StateTag>{m.lists_silent()}</StateTag>
  return (
    <StateTag tone="venter">
      {answer.remindedAt ? m.lists_reminded({ when: saysDate(answer.remindedAt) }) : m.lists_missing()}
    </StateTag>
  )
}

const Answers = ({ list, hearing }: { list: List; hearing: Hearing }) => {
  const remind = useAct(remindSchools, {
    says: ({ reminded }) => (reminded === 1 ? m.lists_reminded_one() : m.lists_reminded_many({ count: reminded })),
  })
  const end = useAct(endHearing, { says: () => m.lists_hearing_ended() })
  const params = { id: hearing.id }
  return (
    <Card title={m.lists_hearing()} right={hearing.endedAt ? m.lists_hearing_over() : saysDeadline(hearing.deadline)}>
      <p className="tov-dim">
        {hearing.endedAt
          ? m.lists_hearing_ended_at({ when: saysMoment(hearing.endedAt) })
          : m.lists_hearing_until({ when: saysMoment(hearing.deadline) })}{' '}
        {!hearing.endedAt && (hearing.silence === 'waits' ? m.lists_silence_waits() : m.lists_silence_goes_on())}
      </p>
      <ul className="lists-answers">
        {list.answers.map((answer) => (
          <li key={answer.schoolId}>
            <span>{answer.school}</span>
            <Answer answer={answer} />
          </li>
        ))}
      </ul>
      <div className="lists-buttons">
        {list.can.end && (
          <Button variant="filled" onClick={() => void end.run({ params })}>
            {m.lists_hearing_end()}
          </Button>
        )}
        {list.can.remind && <Button onClick={() => void remind.run({ params })}>{m.lists_remind()}</Button>}
      </div>
      <p className="tov-dim tov-small">{m.lists_who_sees_coordinator()}</p>
    </Card>
  )
}

/** The hearing beside the list: start it, see who has answered, remind, end; for a school the way to its own answer. */
export const HearingCard = ({ list }: { list: List }) => {
  const { hearing } = list
  if (list.can.hear) return <StartHearing list={list} />
  if (!hearing) return <Card title={m.lists_hearing()}>{m.lists_hearing_none()}</Card>
  if (hearing.schools !== null) return <Answers list={list} hearing={hearing} />
  return (
    <Card title={m.lists_hearing()}>
      <p className="tov-dim">
        {hearing.endedAt
          ? m.lists_hearing_ended_at({ when: saysMoment(hearing.endedAt) })
          : m.lists_hearing_until({ when: saysMoment(hearing.deadline) })}
      </p>
      <Button component={Go} to={`/hoering/${hearing.id}`} fullWidth>
        {m.lists_hearing_open()}
      </Button>
    </Card>
  )
}

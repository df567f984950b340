import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useMe } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDeadline, saysMoment, today, saysNearShort } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { useAnswer } from '#web/data/answers.ts'
import { OneList } from '../lists/OneList.tsx'
import {
  askSomeone,
  endHearing,
  moveDeadline,
  remindSchools,
  showListHearing,
  startHearing,
} from './hearings.schema.ts'

type Beside = AnswerOf<typeof showListHearing>
type Hearing = NonNullable<Beside['hearing']>

type Dates = Pick<Beside, 'earliestDeadline' | 'usualDeadline'>
const StartHearing = ({ listId, earliestDeadline, usualDeadline }: { listId: number } & Dates) => {
  const form = useContractForm(startHearing, {
    initial: { date: usualDeadline, time: '16:00', short: false },
    with: { params: { id: listId } },
    says: () => m.hearings_started(),
  })
  return (
    <Card title={m.hearings_start_title()}>
      <p className="tov-dim">{m.hearings_start_text()}</p>
      <ContractForm of={form}>
        <div className="hearing-deadline">
          <DateField label={m.hearings_deadline()} min={today()} {...form.field('date')} />
          <TimeField label={m.hearings_deadline_time()} {...form.field('time')} />
        </div>
        {String(form.values.date) < earliestDeadline && (
          <Checkbox label={m.hearings_short_ok()} {...form.field('short', 'checkbox')} />
        )}
        <SendButton of={form} fullWidth>
          {m.hearings_start()}
        </SendButton>
      </ContractForm>
    </Card>
  )
}

const MoveDeadline = ({
  hearing,
  earliestDeadline,
  usualDeadline,
  onDone,
}: { hearing: Hearing; onDone: () => void } & Dates) => {
  const form = useContractForm(moveDeadline, {
    initial: { date: usualDeadline, time: '16:00' },
    with: { params: { id: hearing.id } },
    says: () => m.hearings_moved(),
    onDone,
  })
  return (
    <Dialog title={m.hearings_move()} onClose={onDone}>
      <ContractForm of={form}>
        <div className="hearing-deadline">
          <DateField label={m.hearings_deadline()} min={earliestDeadline} {...form.field('date')} />
          <TimeField label={m.hearings_deadline_time()} {...form.field('time')} />
        </div>
        <div className="tov-dialog-foot">
          <SendButton of={form}>{m.hearings_move()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

/** Past the deadline, or when nobody there can answer: the hearing ends without some, with the reason on record. */
const EndWithout = ({ hearing, schools, onDone }: { hearing: Hearing; schools: string; onDone: () => void }) => {
  const form = useContractForm(endHearing, {
    initial: { why: '' },
    with: { params: { id: hearing.id } },
    says: () => m.hearings_ended(),
    onDone,
  })
  return (
    <Dialog title={m.hearings_end_without()} onClose={onDone}>
      <p>{m.hearings_end_without_text({ schools })}</p>
      <ContractForm of={form}>
        <TextInput label={m.hearings_end_why()} {...form.field('why')} />
        <div className="tov-dialog-foot">
          <SendButton of={form}>{m.hearings_end()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

/** Someone who can answer at a school that has not. */
const AskSomeone = ({ hearing, people }: { hearing: Hearing; people: Beside['answers'][number]['people'] }) => {
  const [open, setOpen] = useState(false)
  const ask = useAct(askSomeone, {
    says: ({ asked }) => m.hearings_asked_someone({ who: asked }),
    onDone: () => setOpen(false),
  })
  if (people.length === 0) return <p className="tov-dim tov-small">{m.hearings_nobody_can_text()}</p>
  return (
    <>
      <Button size="compact-sm" onClick={() => setOpen(true)}>
        {m.hearings_ask_whom()}
      </Button>
      {open && (
        <Dialog title={m.hearings_ask_whom()} onClose={() => setOpen(false)}>
          <ul className="lists-answers">
            {people.map(({ personId, name }) => (
              <li key={personId}>
                <span>{name}</span>
                <Button onClick={() => void ask.run({ params: { id: hearing.id }, body: { personId } })}>
                  {m.hearings_ask_whom_button()}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}

const Answer = ({ answer }: { answer: Beside['answers'][number] }) => {
  if (answer.answeredAt)
    return <StateTag tone="fri">{m.hearings_answered({ when: saysNearShort(answer.answeredAt) })}</StateTag>
  if (answer.silentAt) return <StateTag>{m.hearings_silent()}</StateTag>
  if (answer.people.length === 0) return <StateTag tone="galt">{m.hearings_nobody_can()}</StateTag>
  return (
    <StateTag tone="venter">
      {answer.remindedAt ? m.hearings_reminded({ when: saysNearShort(answer.remindedAt) }) : m.hearings_missing()}
    </StateTag>
  )
}

const Answers = ({
  hearing,
  answers,
  can,
  ...dates
}: { hearing: Hearing } & Pick<Beside, 'answers' | 'can'> & Dates) => {
  const [asks, setAsks] = useState<'move' | 'end'>()
  const schools = answers.flatMap(({ answeredAt, school }) => (answeredAt ? [] : [school])).join(', ')
  const { mails } = useMe()
  const remind = useAct(remindSchools, {
    says: ({ reminded }) => {
      const said = reminded === 1 ? m.hearings_reminded_one() : m.hearings_reminded_many({ count: reminded })
      return mails ? said : m.hearings_reminded_waits()
    },
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
            {can.remind && !answer.answeredAt && <AskSomeone hearing={hearing} people={answer.people} />}
          </li>
        ))}
      </ul>
      <div className="lists-buttons">
        {can.end === 'answered' && (
          <Button variant="filled" onClick={() => void end.run({ params, body: {} })}>
            {m.hearings_end()}
          </Button>
        )}
        {can.end === 'without' && <Button onClick={() => setAsks('end')}>{m.hearings_end_without()}</Button>}
        {can.remind && <Button onClick={() => void remind.run({ params })}>{m.hearings_remind()}</Button>}
        {can.moveDeadline && <Button onClick={() => setAsks('move')}>{m.hearings_move()}</Button>}
      </div>
      {asks === 'move' && <MoveDeadline hearing={hearing} {...dates} onDone={() => setAsks(undefined)} />}
      {asks === 'end' && <EndWithout hearing={hearing} schools={schools} onDone={() => setAsks(undefined)} />}
      <p className="tov-dim tov-small">{m.hearings_who_sees_coordinator()}</p>
    </Card>
  )
}

/** The hearing beside the list: start it, see who has answered, remind, end; for a school the way to its own answer. */
const HearingCard = ({ listId }: { listId: number }) => {
  const { data } = useAnswer(showListHearing, { params: { id: listId } })
  if (!data) return null
  const { hearing, can } = data
  if (can.start) return <StartHearing listId={listId} {...data} />
  if (!hearing) return <Card title={m.hearings_hearing()}>{m.hearings_none()}</Card>
  if (hearing.schools !== null) return <Answers {...data} hearing={hearing} />
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

import { Button, Textarea } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { first, saysMoment, saysNearMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { CancelMeeting, MoveMeeting } from '../meeting-dates/MeetingDateDialogs.tsx'
import * as contract from './consultant-meetings.schema.ts'
import { Agenda, LastTime } from './Agenda.tsx'
import { type Meeting, saysWhen, saysWhere } from './meeting-words.tsx'
import './consultant-meetings.css'

const stateSays = (meeting: Meeting) => {
  const { state, since, closedAt, cancelledWhy } = meeting
  if (state === 'cancelled') return m.consultant_meetings_state_cancelled({ why: cancelledWhy })
  if (state === 'closed') return m.consultant_meetings_minutes_of({ when: closedAt ? saysMoment(closedAt) : '' })
  return state === 'open'
    ? m.consultant_meetings_state_open()
    : m.consultant_meetings_since({ when: saysNearMoment(since) })
}

const Buttons = ({ meeting }: { meeting: Meeting }) => {
  const [shown, setShown] = useState<'move' | 'cancel'>()
  const { state, can, id } = meeting
  const close = () => setShown(undefined)
  return (
    <>
      {can.open && <Button onClick={() => setShown('cancel')}>{m.meeting_dates_cancel()}</Button>}
      {can.open && <Button onClick={() => setShown('move')}>{m.meeting_dates_move()}</Button>}
      {state === 'closed' && <Button onClick={() => window.print()}>{m.consultant_meetings_print()}</Button>}
      {(can.open || state === 'open') && (
        <Button variant="filled" component={Go} to={`/konsulentmoede/${id}/skaerm`}>
          {m.consultant_meetings_screen()}
        </Button>
      )}
      {shown === 'move' && <MoveMeeting meeting={meeting} onClose={close} />}
      {shown === 'cancel' && <CancelMeeting meeting={meeting} onClose={close} />}
    </>
  )
}

/** Anyone may put a question or a case on the agenda. */
const PutPoint = () => {
  const form = useContractForm(contract.putMeetingPoint, {
    initial: { kind: 'question', words: '' },
    draft: 'meeting-point',
    again: true,
    says: () => m.consultant_meetings_put_said(),
  })
  return (
    <Card title={m.consultant_meetings_put()}>
      <ContractForm of={form} label={m.consultant_meetings_put()}>
        <Choices
          label={m.consultant_meetings_put_kind()}
          value={form.values.kind === 'case' ? 'case' : 'question'}
          options={[
            { value: 'question', label: m.consultant_meetings_kind_question() },
            { value: 'case', label: m.consultant_meetings_kind_case() },
          ]}
          onChange={(kind) => form.set('kind', kind)}
        />
        <Textarea
          label={m.consultant_meetings_put_words()}
          maxLength={500}
          autosize
          minRows={2}
          {...form.field('words')}
        />
        <p className="tov-dim tov-small">{m.consultant_meetings_put_hint()}</p>
        <SendButton of={form}>{m.consultant_meetings_put_yes()}</SendButton>
      </ContractForm>
    </Card>
  )
}

const WhoWasThere = ({ people }: Pick<Meeting, 'people'>) => {
  const here = people.filter(({ present }) => present)
  return (
    <Card title={m.consultant_meetings_there()} right={<span className="tov-dim">{here.length}</span>}>
      {here.length === 0 && <p className="tov-dim">{m.consultant_meetings_there_none()}</p>}
      <ul className="meeting-ideas">
        {here.map(({ id, name, school }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="tov-dim tov-small">{school}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Minutes are never changed: what was wrong is said beside them. */
const Corrections = ({ meeting: { id, corrections, mails } }: { meeting: Meeting }) => {
  const form = useContractForm(contract.correctMinutes, {
    initial: { words: '' },
    with: { params: { id } },
    again: true,
    says: () => m.consultant_meetings_correct_said(),
  })
  return (
    <Card title={m.consultant_meetings_corrections()}>
      <p className="tov-dim tov-small">{mails ? m.consultant_meetings_mailed() : m.consultant_meetings_not_mailed()}</p>
      <ul className="meeting-ideas">
        {corrections.map((one) => (
          <li key={one.at}>
            <span>{one.words}</span>
            <span className="tov-dim tov-small">
              {one.by}, {saysNearMoment(one.at)}
            </span>
          </li>
        ))}
      </ul>
      <div className="meeting-unprinted">
        <ContractForm of={form} label={m.consultant_meetings_correct()}>
          <Textarea
            label={m.consultant_meetings_correct_words()}
            maxLength={500}
            autosize
            minRows={2}
            {...form.field('words')}
          />
          <SendButton of={form}>{m.consultant_meetings_correct()}</SendButton>
        </ContractForm>
      </div>
    </Card>
  )
}

const Shown = ({ meeting }: { meeting: Meeting }) => (
  <Page
    title={first(saysWhen(meeting))}
    subtitle={[saysWhere(meeting), stateSays(meeting)].filter(Boolean).join('. ')}
    up={{ to: '/konsulentmoede', text: m.consultant_meetings_title() }}
    actions={<Buttons meeting={meeting} />}
    aside={
      <>
        {meeting.can.put && <PutPoint />}
        {meeting.state !== 'ahead' && <WhoWasThere people={meeting.people} />}
        {meeting.state === 'closed' && <Corrections meeting={meeting} />}
      </>
    }
    asideWidth={360}
  >
    {meeting.last && meeting.state !== 'closed' && <LastTime last={meeting.last} />}
    {meeting.points.length === 0 ? (
      <EmptyState title={m.consultant_meetings_empty()}>{m.consultant_meetings_empty_text()}</EmptyState>
    ) : (
      <Agenda meeting={meeting} />
    )}
  </Page>
)

/** One meeting: its agenda before, its minutes after. */
export default function MeetingPage() {
  const id = Number(useParams({ from: '/signed-in/framed/konsulentmoede/$id' }).id)
  const shown = useAnswer(contract.showConsultantMeeting, { params: { id } })
  if (shown.data) return <Shown key={id} meeting={shown.data} />
  return <Page title={m.consultant_meetings_title()}>{shown.error ? <ListFailed list={shown} /> : <GreyRows />}</Page>
}

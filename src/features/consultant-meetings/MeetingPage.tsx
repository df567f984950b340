import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { saysMoment, saysNearMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { Page } from '#web/parts/Page.tsx'
import { CancelMeeting, MoveMeeting } from '../meeting-dates/MeetingDateDialogs.tsx'
import * as contract from './consultant-meetings.schema.ts'
import { Agenda, LastTime } from './Agenda.tsx'
import { type Meeting, saysWhen, saysWhere } from './meeting-words.tsx'
import { Corrections, PutPoint, WhoWasThere } from './MeetingBeside.tsx'
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

const Shown = ({ meeting }: { meeting: Meeting }) => (
  <Page
    title={saysWhen(meeting)}
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

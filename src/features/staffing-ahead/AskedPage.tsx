import { Button, Textarea } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { keysOf } from '#platform/typed.shared'
import { Card } from '#web/parts/Card.tsx'
import { dayOf, first, saysMoment, saysTime } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { Go, useGo } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Page } from '#web/parts/Page.tsx'
import { formName } from '../bookings/booking-words.tsx'
import { PlanPoints } from './PlanPoints.tsx'
import { reasonNames } from './VisitCard.tsx'
import { goAsAsked, notGoAsAsked, type refusalReasons, showAsking } from './staffing-ahead.schema.ts'

type Asking = AnswerOf<typeof showAsking>

const ended = {
  open: () => null,
  yes: m.staffing_ahead_is_yes,
  no: m.staffing_ahead_is_no,
  withdrawn: m.staffing_ahead_is_withdrawn,
  moved: m.staffing_ahead_is_moved,
  filled: m.staffing_ahead_is_filled,
  passed: m.staffing_ahead_is_passed,
}

const NoDialog = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const [reason, setReason] = useState<(typeof refusalReasons)[number]>('time')
  const [words, setWords] = useState('')
  const go = useGo()
  const no = useAct(notGoAsAsked, { says: () => m.staffing_ahead_said_your_no(), onDone: () => go('/') })
  return (
    <Dialog title={m.staffing_ahead_no_title()} onClose={onClose}>
      <p className="tov-dim">{m.staffing_ahead_no_text()}</p>
      <Dropdown
        label={m.staffing_ahead_no_title()}
        data={keysOf(reasonNames).map((value) => ({ value, label: reasonNames[value]() }))}
        value={reason}
        onChange={setReason}
      />
      <Textarea
        label={m.staffing_ahead_no_words()}
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="tov-dialog-foot">
        <Button
          variant="filled"
          loading={no.running}
          onClick={() => void no.run({ params: { askId: id }, body: { reason, words: words.trim() } })}
        >
          {m.staffing_ahead_no()}
        </Button>
      </div>
    </Dialog>
  )
}

const Facts = ({ asking: { meeting, person, place, askedBy, id: _ } }: { asking: Asking }) => {
  const others = meeting.goers.filter(({ gone, personId }) => !gone && personId !== person.personId)
  return (
    <Card>
      <p>
        <b>
          {first(saysMoment(meeting.startsAt))}–{saysTime(meeting.endsAt)}
        </b>
      </p>
      <p>
        {formName[meeting.form]()} ·{' '}
        <Go className="tov-link" to={`/virksomheder/${meeting.companyId}`}>
          {meeting.company}
        </Go>
        {meeting.where && `, ${meeting.where}`}
      </p>
      <p>
        {m.staffing_ahead_asking_by({ by: askedBy })}{' '}
        {place === 'lead' ? m.staffing_ahead_asking_lead() : m.staffing_ahead_asking_second()}{' '}
        {others.length > 0 && m.staffing_ahead_asking_with({ who: others.map(({ name }) => name).join(', ') })}
      </p>
      <h2>{m.staffing_ahead_asking_why()}</h2>
      <p>{person.reasons.join(' ')}</p>
      <PlanPoints rows={person.points} />
    </Card>
  )
}

const Answer = ({ asking }: { asking: Asking }) => {
  const [saysNo, setSaysNo] = useState(false)
  const go = useGo()
  const { id } = asking
  const yes = useAct(goAsAsked, {
    says: () => m.staffing_ahead_said_yes(),
    onDone: ({ id: bookingId, startsAt }) => go(`/kalender?dag=${dayOf(startsAt)}&aftale=${bookingId}`),
  })
  if (!asking.can.answer) return <p role="status">{ended[asking.state]()}</p>
  return (
    <div className="staffing-buttons">
      <Button variant="filled" loading={yes.running} onClick={() => void yes.run({ params: { askId: id } })}>
        {m.staffing_ahead_yes()}
      </Button>
      <Button onClick={() => setSaysNo(true)}>{m.staffing_ahead_no()}</Button>
      {saysNo && <NoDialog id={id} onClose={() => setSaysNo(false)} />}
    </div>
  )
}

/** I am asked to go: what, when, where, with whom, and why just me. */
const AskedPage = () => {
  const { id } = useParams({ from: '/signed-in/framed/bemanding/$id' })
  const { data, error } = useAnswer(showAsking, { params: { askId: Number(id) } })
  return (
    <Page
      title={data ? m.staffing_ahead_asking_title({ company: data.meeting.company }) : m.staffing_ahead_title()}
      up={{ to: '/', text: m.web_nav_waiting() }}
    >
      {!data && (error ? <p>{error.title}</p> : <GreyRows count={4} />)}
      {data && (
        <>
          <Facts asking={data} />
          <Answer asking={data} />
        </>
      )}
    </Page>
  )
}
export default AskedPage

import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { useKeys } from '#web/data/keys.ts'
import { Card } from '#web/parts/Card.tsx'
import { first, saysMoment } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { acknowledgeBooking, cancelBooking, undoAcknowledging } from './bookings.schema.ts'
import { AlongDialog, LostDialog, MoveDialog, NotMetDialog, StayHome } from './MeetingDialogs.tsx'
import { formName, type Meeting, saysDriving } from './booking-words.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import './bookings.css'

type Shown = { meeting: Meeting; onClose: () => void }

const CancelDialog = ({ meeting, onClose }: Shown) => {
  const [why, setWhy] = useState('')
  const [newTime, setNewTime] = useState(true)
  const cancel = useAct(cancelBooking, { says: () => m.bookings_cancelled(), onDone: onClose })
  return (
    <Dialog onClose={onClose} title={m.bookings_cancel_title({ company: meeting.company })}>
      <form
        className="tov-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (why.trim()) void cancel.run({ params: { id: meeting.id }, body: { why: why.trim(), newTime } })
        }}
      >
        <p>{m.bookings_cancel_text()}</p>
        <TextInput
          label={m.bookings_why()}
          value={why}
          maxLength={300}
          required
          data-autofocus
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Checkbox
          label={m.bookings_new_time()}
          checked={newTime}
          onChange={(event) => setNewTime(event.currentTarget.checked)}
        />
        <div className="tov-dialog-foot">
          <Button type="submit" variant="filled" disabled={!why.trim()}>
            {m.bookings_cancel_yes()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** One's driving; when several go, each with theirs. */
const driving = (meeting: Meeting) => {
  if (meeting.form !== 'visit') return ''
  if (meeting.visitors.length < 2) return saysDriving(meeting)
  return meeting.visitors.map((one) => `${one.name}, ${saysDriving(one)}`).join(' · ')
}

const Facts = ({ meeting }: { meeting: Meeting }) => {
  const contact = [
    meeting.contactName,
    meeting.contactPhone?.replace(/^(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4'),
    meeting.contactEmail,
  ]
    .filter(Boolean)
    .join(' · ')
  const facts = [
    [m.bookings_when(), first(saysMoment(meeting.startsAt))],
    [m.bookings_who(), meeting.visitors.map((one) => [one.name, one.school].filter(Boolean).join(', ')).join(' · ')],
    [m.bookings_chosen_why(), meeting.chosenWhy ?? ''],
    [m.bookings_where(), meeting.place],
    [m.bookings_contact(), contact],
    [m.bookings_driving(), driving(meeting)],
    [m.bookings_booked_by(), meeting.bookedBy ?? ''],
  ] as const
  return (
    <dl className="bookings-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

const useAcknowledging = () =>
  useAct(acknowledgeBooking, {
    says: () => m.bookings_acknowledged(),
    undo:
      ({ id }) =>
      () =>
        call(undoAcknowledging, { params: { id } }),
  })

type OfDialog = 'move' | 'cancel' | 'not-met' | 'lost' | 'along'
/** What one may do with it, the next thing filled. */
const Actions = ({ meeting, onDialog }: { meeting: Meeting; onDialog: (dialog: OfDialog) => void }) => {
  const acknowledge = useAcknowledging()
  return (
    <div className="bookings-actions">
      {meeting.can.acknowledge && (
        <Button variant="filled" onClick={() => void acknowledge.run({ params: { id: meeting.id } })}>
          {m.bookings_acknowledge()}
        </Button>
      )}
      {meeting.can.prepare && (
        <Button component={Go} to={`/besoeg/${meeting.id}/foer`}>
          {m.bookings_prepare()}
        </Button>
      )}
      {meeting.can.report && (
        <Button variant="filled" component={Go} to={`/besoeg/${meeting.id}/rapport`}>
          {m.bookings_report()}
        </Button>
      )}
      {meeting.can.inviteAgain && <Button onClick={() => onDialog('lost')}>{m.bookings_lost_do()}</Button>}
      {meeting.can.notMet && <Button onClick={() => onDialog('not-met')}>{m.bookings_not_met()}</Button>}
      {meeting.can.move && <Button onClick={() => onDialog('move')}>{m.bookings_move()}</Button>}
      {meeting.can.bringAlong && <Button onClick={() => onDialog('along')}>{m.bookings_along()}</Button>}
      <StayHome meeting={meeting} />
      {meeting.can.cancel && <Button onClick={() => onDialog('cancel')}>{m.bookings_cancel()}</Button>}
    </div>
  )
}

/** One meeting: what was agreed, what was said, and what one may do with it. */
export const MeetingCard = ({ meeting, onClose }: Shown) => {
  const [dialog, setDialog] = useState<OfDialog | null>(null)
  const close = () => setDialog(null)
  const { ref } = useOpened(undefined, meeting.id)
  useKeys([{ key: 'escape', says: m.web_close(), run: onClose, hidden: true }])
  return (
    <div ref={ref} tabIndex={-1}>
      <Card
        title={
          <Go className="tov-link" to={`/virksomheder/${meeting.companyId}`}>
            {meeting.company}
          </Go>
        }
        right={
          <ActionIcon aria-label={m.web_close()} onClick={onClose}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        }
      >
        <p className="bookings-tags">
          {meeting.form !== 'visit' && <StateTag>{formName[meeting.form]()}</StateTag>}
          {meeting.can.acknowledge && <StateTag tone="venter">{m.bookings_new()}</StateTag>}
          {meeting.confirmedAt && <StateTag tone="fri">{m.bookings_confirmed()}</StateTag>}
          {meeting.notMetAt && <StateTag tone="sten">{m.bookings_not_met()}</StateTag>}
          {meeting.mail === 'lost' && <StateTag tone="galt">{m.bookings_lost()}</StateTag>}
          {meeting.reported && <StateTag tone="fri">{m.bookings_reported()}</StateTag>}
        </p>
        <Facts meeting={meeting} />
        {meeting.note && (
          <blockquote className="bookings-note">
            {meeting.note} <VisibilityMark who={whoReads['booking-words']} />
          </blockquote>
        )}
        <Actions meeting={meeting} onDialog={setDialog} />
        {dialog === 'move' && <MoveDialog meeting={meeting} onClose={close} />}
        {dialog === 'along' && <AlongDialog meeting={meeting} onClose={close} />}
        {dialog === 'not-met' && <NotMetDialog meeting={meeting} onClose={close} />}
        {dialog === 'lost' && <LostDialog meeting={meeting} onClose={close} />}
        {dialog === 'cancel' && <CancelDialog meeting={meeting} onClose={close} />}
      </Card>
    </div>
  )
}

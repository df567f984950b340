import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ChosenWhy } from '../free-slots/SlotWhy.tsx'
import type { Meeting } from './booking-words.tsx'
import { bringAlong, inviteAgain, leaveAtHome, listCompanions, tellNotMet } from './bookings.schema.ts'

type Shown = { meeting: Meeting; onClose: () => void }

/** They went there, and nobody was met. */
export const NotMetDialog = ({ meeting, onClose }: Shown) => {
  const [note, setNote] = useState('')
  const tell = useAct(tellNotMet, { says: () => m.bookings_not_met_told(), onDone: onClose })
  return (
    <Dialog onClose={onClose} title={m.bookings_not_met_title({ company: meeting.company })}>
      <p>{m.bookings_not_met_text()}</p>
      <TextInput
        label={m.bookings_not_met_note()}
        value={note}
        maxLength={300}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="tov-dialog-foot">
        <Button
          variant="filled"
          disabled={tell.running}
          onClick={() => void tell.run({ params: { id: meeting.id }, body: { note: note.trim() } })}
        >
          {m.bookings_not_met()}
        </Button>
      </div>
    </Dialog>
  )
}

/** The invitation did not arrive: another address, or somebody has called. */
export const LostDialog = ({ meeting, onClose }: Shown) => {
  const [email, setEmail] = useState(meeting.contactEmail ?? '')
  const { mails } = useMe()
  const again = useAct(inviteAgain, {
    says: ({ mail }) => {
      if (mail === 'lost' || !email) return m.bookings_lost_is_told()
      return mails ? m.bookings_lost_sent({ email }) : m.bookings_lost_waits({ email })
    },
    onDone: onClose,
  })
  const run = (to: string | null) => void again.run({ params: { id: meeting.id }, body: { email: to } })
  return (
    <Dialog onClose={onClose} title={m.bookings_lost_title({ company: meeting.company })}>
      <p>{m.bookings_lost_text({ email: meeting.contactEmail ?? '' })}</p>
      <TextInput
        label={m.bookings_lost_address()}
        inputMode="email"
        value={email}
        maxLength={200}
        data-autofocus
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <div className="tov-dialog-foot">
        <Button
          onClick={() => {
            setEmail('')
            run(null)
          }}
        >
          {m.bookings_lost_told()}
        </Button>
        <Button
          variant="filled"
          disabled={again.running || !email.includes('@') || email === meeting.contactEmail}
          onClick={() => run(email.trim())}
        >
          {m.bookings_lost_send()}
        </Button>
      </div>
    </Dialog>
  )
}

/** A second one comes along to the meeting as it stands. */
export const AlongDialog = ({ meeting, onClose }: Shown) => {
  const free = useAnswer(listCompanions, { params: { id: meeting.id } }).data?.rows
  const [personId, setPerson] = useState<number>()
  const [why, setWhy] = useState('')
  const [sequence] = useState(meeting.sequence)
  const act = useAct(bringAlong, { says: () => m.bookings_along_done(), onDone: onClose })
  const slot = free?.find((one) => one.personId === personId)
  const run = () =>
    slot &&
    void act.run({
      params: { id: meeting.id },
      body: { personId: slot.personId, sequence, chosenWhy: why.trim() || null },
    })
  return (
    <Dialog onClose={onClose} title={m.bookings_along_title({ company: meeting.company })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <p>{m.bookings_along_text()}</p>
        {free?.length === 0 && <p role="status">{m.bookings_along_none()}</p>}
        {free && free.length > 0 && (
          <NativeSelect
            label={m.bookings_along_who()}
            data-autofocus
            value={String(personId ?? '')}
            data={[
              { value: '', label: m.bookings_along_choose() },
              ...free.map(({ personId: id, name, school }) => ({
                value: String(id),
                label: [name, school].filter(Boolean).join(', '),
              })),
            ]}
            onChange={(event) => setPerson(Number(event.currentTarget.value) || undefined)}
          />
        )}
        <ChosenWhy slot={slot} value={why} onChange={setWhy} />
        <div className="tov-dialog-foot">
          <Button type="submit" variant="filled" disabled={!slot} loading={act.running}>
            {m.bookings_along_yes()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Whoever comes along may stay at home. */
export const StayHome = ({ meeting }: { meeting: Meeting }) => {
  const [, second] = meeting.visitors
  const act = useAct(leaveAtHome, { says: () => m.bookings_home_done({ name: second?.name ?? '' }) })
  if (!second || !meeting.can.move) return null
  return (
    <Button
      loading={act.running}
      onClick={() =>
        void act.run({ params: { id: meeting.id, personId: second.personId }, query: { sequence: meeting.sequence } })
      }
    >
      {m.bookings_home({ name: second.name })}
    </Button>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useMe } from '#web/frame/me.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import type { Meeting } from './booking-words.tsx'
import { inviteAgain, tellNotMet } from './bookings.schema.ts'

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

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { saysNearMoment, toMoment } from '#web/parts/dates.ts'
import { sayDone } from '#web/data/notices.ts'
import { TimeField } from '#web/parts/TimeField.tsx'
import { addAbsence, removeAbsence } from './diaries.schema.ts'
import type { Person } from './diary-person.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import './diaries.css'

const AbsenceForm = ({ person, date, onDone }: { person: Person; date: string; onDone: () => void }) => {
  const [away, setAway] = useState({ from: date, fromTime: '08:00', to: date, toTime: '16:00', note: '' })
  const field = (name: keyof typeof away) => ({
    value: away[name],
    onChange: (value: string) => setAway({ ...away, [name]: value }),
  })
  const add = useAct(addAbsence, {
    onDone: ({ bookingsInside: count }) => {
      sayDone(count > 0 ? m.diaries_absence_meetings({ count }) : m.diaries_absence_saved())
      onDone()
    },
  })
  const send = (event: React.FormEvent) => {
    event.preventDefault()
    if (!away.from || !away.to || !away.fromTime || !away.toTime) return
    const span = { startsAt: toMoment(away.from, away.fromTime), endsAt: toMoment(away.to, away.toTime) }
    void add.run({ body: { personId: person.personId, ...span, note: away.note.trim() } })
  }
  return (
    <form className="diaries-absence" onSubmit={send}>
      <DateField label={m.diaries_absence_from()} required {...field('from')} />
      <TimeField label={m.diaries_at()} required {...field('fromTime')} />
      <DateField label={m.diaries_absence_to()} required {...field('to')} />
      <TimeField label={m.diaries_at()} required {...field('toTime')} />
      <TextInput
        className="diaries-wide"
        label={m.diaries_absence_note()}
        description={m.diaries_absence_sees()}
        maxLength={200}
        value={away.note}
        onChange={(event) => setAway({ ...away, note: event.currentTarget.value })}
      />
      <div className="tov-dialog-foot diaries-wide">
        <Button type="submit" variant="filled">
          {m.diaries_absence_save()}
        </Button>
      </div>
    </form>
  )
}

/** Away, all day or some hours: no visit is booked then. */
export const AbsenceDialog = ({ person, date, onClose }: { person: Person; date: string; onClose: () => void }) => {
  const remove = useAct(removeAbsence, { says: () => m.diaries_absence_removed() })
  return (
    <Dialog onClose={onClose} title={m.diaries_absence_title({ name: person.name })}>
      <AbsenceForm person={person} date={date} onDone={onClose} />
      <ul className="diaries-absences">
        {person.absences.map((one) => (
          <li key={one.id} className="diaries-absence-row">
            <span>{m.diaries_absence_row({ from: saysNearMoment(one.startsAt), to: saysNearMoment(one.endsAt) })}</span>
            {one.can.remove && (
              <Button onClick={() => void remove.run({ params: { id: one.id } })}>{m.diaries_absence_remove()}</Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

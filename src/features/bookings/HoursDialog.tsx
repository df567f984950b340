import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/act.ts'
import { addDays, first, saysNearMoment, toMoment } from '#web/dates.ts'
import { sayDone } from '#web/notices.ts'
import { addAbsence, changeWorkingHours, removeAbsence } from './bookings.schema.ts'
import type { Person } from './calendar-words.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** 5 January 2026 was a Monday. */
const weekdayName = (weekday: number) =>
  first(
    new Intl.DateTimeFormat(document.documentElement.lang || 'da', { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(`${addDays('2026-01-04', weekday)}T12:00:00Z`),
    ),
  )

/** When a consultant can visit. One stretch a day is enough for nearly everyone; a second one in the API. */
const Week = ({ person, onDone }: { person: Person; onDone: () => void }) => {
  const [hours, setHours] = useState(() =>
    weekdays.map((weekday) => person.hours.find((one) => one.weekday === weekday) ?? { weekday, from: '', to: '' }),
  )
  const change = useAct(changeWorkingHours, { says: () => m.bookings_hours_saved(), onDone })
  const set = (weekday: number, field: 'from' | 'to', value: string) =>
    setHours(hours.map((one) => (one.weekday === weekday ? { ...one, [field]: value } : one)))
  return (
    <form
      className="bookings-week"
      onSubmit={(event) => {
        event.preventDefault()
        void change.run({
          params: { personId: person.personId },
          body: { hours: hours.filter((one) => one.from && one.to) },
        })
      }}
    >
      {hours.map(({ weekday, from, to }) => (
        <fieldset key={weekday}>
          <legend>{weekdayName(weekday)}</legend>
          <TextInput
            size="sm"
            type="time"
            aria-label={m.bookings_from_time({ day: weekdayName(weekday) })}
            value={from}
            onChange={(event) => set(weekday, 'from', event.currentTarget.value)}
          />
          <TextInput
            size="sm"
            type="time"
            aria-label={m.bookings_to_time({ day: weekdayName(weekday) })}
            value={to}
            onChange={(event) => set(weekday, 'to', event.currentTarget.value)}
          />
        </fieldset>
      ))}
      <div className="bookings-dialog-foot">
        <Button type="submit" variant="filled">
          {m.bookings_hours_save()}
        </Button>
      </div>
    </form>
  )
}

export const HoursDialog = ({ person, onClose }: { person: Person; onClose: () => void }) => (
  <Modal
    opened
    onClose={onClose}
    title={m.bookings_hours_title({ name: person.name })}
    closeButtonProps={{ 'aria-label': m.web_close() }}
  >
    <p className="tov-dim">{m.bookings_hours_text()}</p>
    <Week person={person} onDone={onClose} />
  </Modal>
)

/** Away, all day or some hours: no visit is booked then. */
export const AbsenceDialog = ({ person, date, onClose }: { person: Person; date: string; onClose: () => void }) => {
  const [away, setAway] = useState({ from: date, fromTime: '08:00', to: date, toTime: '16:00', note: '' })
  const set = (change: Partial<typeof away>) => setAway({ ...away, ...change })
  const add = useAct(addAbsence, {
    onDone: ({ bookingsInside }) => {
      sayDone(bookingsInside > 0 ? m.bookings_absence_meetings({ count: bookingsInside }) : m.bookings_absence_saved())
      onClose()
    },
  })
  const remove = useAct(removeAbsence, { says: () => m.bookings_absence_removed() })
  const run = () =>
    void add.run({
      body: {
        personId: person.personId,
        startsAt: toMoment(away.from, away.fromTime),
        endsAt: toMoment(away.to, away.toTime),
        note: away.note.trim(),
      },
    })
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.bookings_absence_title({ name: person.name })}
      closeButtonProps={{ 'aria-label': m.web_close() }}
    >
      <form
        className="bookings-absence"
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <TextInput
          type="date"
          label={m.bookings_absence_from()}
          required
          value={away.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={m.bookings_at()}
          required
          value={away.fromTime}
          onChange={(event) => set({ fromTime: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={m.bookings_absence_to()}
          required
          value={away.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={m.bookings_at()}
          required
          value={away.toTime}
          onChange={(event) => set({ toTime: event.currentTarget.value })}
        />
        <TextInput
          className="bookings-wide"
          label={m.bookings_absence_note()}
          description={m.bookings_absence_sees()}
          value={away.note}
          maxLength={200}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <div className="bookings-dialog-foot bookings-wide">
          <Button type="submit" variant="filled">
            {m.bookings_absence_save()}
          </Button>
        </div>
      </form>
      <ul className="bookings-found">
        {person.absences.map((one) => (
          <li key={one.id} className="bookings-absence-row">
            <span>
              {m.bookings_absence_row({ from: saysNearMoment(one.startsAt), to: saysNearMoment(one.endsAt) })}
            </span>
            {one.can.remove && (
              <Button onClick={() => void remove.run({ params: { id: one.id } })}>{m.bookings_absence_remove()}</Button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  )
}

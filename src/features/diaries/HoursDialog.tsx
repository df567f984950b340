import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { weekdayName } from '#web/parts/dates.ts'
import { TimeField } from '#web/parts/TimeField.tsx'
import { changeWorkingHours } from './diaries.schema.ts'
import { sameAllWeek } from './proposed-hours.shared.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import './diaries.css'
import type { Person } from './diary-person.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

type Hour = Person['hours'][number]
const weekOf = (hours: readonly Hour[]) =>
  weekdays.map((weekday) => hours.find((one) => one.weekday === weekday) ?? { weekday, from: '', to: '' })

/** When a consultant can visit. One stretch a day is enough for nearly everyone; a second one in the API. */
const Week = ({ person, onDone }: { person: Person; onDone: () => void }) => {
  const [hours, setHours] = useState(() => weekOf(person.hours.length > 0 ? person.hours : sameAllWeek()))
  // A second stretch of a day is not shown, and not lost either.
  const seconds = person.hours.filter((one) => person.hours.find(({ weekday }) => weekday === one.weekday) !== one)
  const change = useAct(changeWorkingHours, { says: () => m.diaries_hours_saved(), onDone })
  const whole = hours.find(({ from, to }) => from && to)
  const set = (weekday: number, field: 'from' | 'to', value: string) =>
    setHours(hours.map((one) => (one.weekday === weekday ? { ...one, [field]: value } : one)))
  return (
    <form
      className="diaries-week"
      onSubmit={(event) => {
        event.preventDefault()
        void change.run({
          params: { personId: person.personId },
          body: { hours: [...hours.filter((one) => one.from && one.to), ...seconds] },
        })
      }}
    >
      {person.hours.length === 0 && <p className="diaries-proposed">{m.diaries_hours_proposed()}</p>}
      {hours.map(({ weekday, from, to }) => (
        <fieldset key={weekday}>
          <legend>{weekdayName(weekday)}</legend>
          <TimeField
            size="sm"
            aria-label={m.diaries_from_time({ day: weekdayName(weekday) })}
            value={from}
            onChange={(time) => set(weekday, 'from', time)}
          />
          <TimeField
            size="sm"
            aria-label={m.diaries_to_time({ day: weekdayName(weekday) })}
            value={to}
            onChange={(time) => set(weekday, 'to', time)}
          />
        </fieldset>
      ))}
      <div className="tov-dialog-foot">
        {whole && <Button onClick={() => setHours(weekOf(sameAllWeek(whole)))}>{m.diaries_hours_same(whole)}</Button>}
        <Button type="submit" variant="filled">
          {m.diaries_hours_save()}
        </Button>
      </div>
    </form>
  )
}

export const HoursDialog = ({ person, onClose }: { person: Person; onClose: () => void }) => (
  <Dialog onClose={onClose} title={m.diaries_hours_title({ name: person.name })}>
    <p className="tov-dim">{m.diaries_hours_text()}</p>
    <Week person={person} onDone={onClose} />
  </Dialog>
)

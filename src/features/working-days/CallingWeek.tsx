import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { weekdayName } from '#web/parts/dates.ts'
import { TimeField } from '#web/parts/TimeField.tsx'
import { changeCallingHours, type showWorkingDays } from './working-days.schema.ts'

type Hours = AnswerOf<typeof showWorkingDays>['callingHours']
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** For who may look only. */
const Week = ({ hours }: { hours: Hours }) => (
  <ul className="working-days-rows">
    {weekdays.map((weekday) => {
      const day = hours.find((one) => one.weekday === weekday)
      return (
        <li key={weekday}>
          <b>{weekdayName(weekday)}</b>
          <span>{day ? m.working_days_hours_row(day) : m.working_days_hours_none()}</span>
        </li>
      )
    })}
  </ul>
)

const WeekForm = ({ hours }: { hours: Hours }) => {
  const [week, setWeek] = useState(() =>
    weekdays.map((weekday) => hours.find((one) => one.weekday === weekday) ?? { weekday, from: '', to: '' }),
  )
  const change = useAct(changeCallingHours, {
    says: () => m.working_days_hours_saved(),
    undo: () => () => call(changeCallingHours, { body: { hours } }),
  })
  const set = (weekday: number, field: 'from' | 'to', value: string) =>
    setWeek(week.map((one) => (one.weekday === weekday ? { ...one, [field]: value } : one)))
  return (
    <form
      className="working-days-week"
      onSubmit={(event) => {
        event.preventDefault()
        void change.run({ body: { hours: week.filter((one) => one.from && one.to) } })
      }}
    >
      <div className="working-days-heads" aria-hidden="true">
        <span />
        <span>{m.working_days_hours_from_short()}</span>
        <span>{m.working_days_hours_to_short()}</span>
      </div>
      {week.map(({ weekday, from, to }) => (
        <fieldset key={weekday}>
          <legend>{weekdayName(weekday)}</legend>
          <TimeField
            size="sm"
            aria-label={m.working_days_hours_from({ day: weekdayName(weekday) })}
            value={from}
            onChange={(time) => set(weekday, 'from', time)}
          />
          <TimeField
            size="sm"
            aria-label={m.working_days_hours_to({ day: weekdayName(weekday) })}
            value={to}
            onChange={(time) => set(weekday, 'to', time)}
          />
        </fieldset>
      ))}
      <Button type="submit" variant="filled">
        {m.working_days_hours_save()}
      </Button>
    </form>
  )
}

export const CallingWeek = ({ hours, may }: { hours: Hours; may: boolean }) => (
  <Card title={m.working_days_hours()}>
    <p className="tov-dim">{m.working_days_hours_text()}</p>
    {may ? <WeekForm hours={hours} /> : <Week hours={hours} />}
  </Card>
)

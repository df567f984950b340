import { Button } from '@mantine/core'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { first, saysShortDay, today } from '#web/parts/dates.ts'
import { Row, RowButton, Rows } from '#web/parts/Rows.tsx'
import { ClosedDialog } from './DayForms.tsx'
import { DayDialog } from './DayDialog.tsx'
import { type Day, type Presence, saysRhythm, saysTold } from './presence-words.tsx'
import { PresenceDialog } from './PresenceDialog.tsx'
import { listPresences } from './presence-days.schema.ts'
import './presence-days.css'

const isOver = (day: Day) => new Date(day.endsAt) <= new Date()
const saysWho = ({ person, calledOff }: Day) =>
  calledOff ? m.presence_days_called_off() : (person?.name ?? m.presence_days_nobody())

/** Days as a line of buttons: each says when and who. */
const Days = ({ days, onOpen }: { days: readonly Day[]; onOpen: (id: number) => void }) => (
  <ul className="presence-days" aria-label={m.presence_days_days()}>
    {days.map((day) => (
      <li key={day.id}>
        <button
          type="button"
          data-open={(day.person === null && !day.calledOff) || undefined}
          onClick={() => onOpen(day.id)}
        >
          <b>{first(saysShortDay(day.onDay))}</b> {saysWho(day)}
          {isOver(day) && ` · ${m.presence_days_not_counted()}`}
        </button>
      </li>
    ))}
  </ul>
)

const saysToldHere = ({ told, can }: Presence) =>
  told ? saysTold(told) : can.seeTold ? m.presence_days_told_few() : m.presence_days_told_elsewhere()

type ClosedProps = { presence: Presence; onMove: (date: string) => void }
/** Dates on which nobody works: said, so that nobody misses them, and held on another day by who may. */
const Closed = ({ presence, onMove }: ClosedProps) => (
  <ul className="presence-closed">
    {presence.closed.map(({ onDay, why }) => (
      <li key={onDay}>
        {m.presence_days_closed({ date: first(saysShortDay(onDay)), why })}{' '}
        {presence.can.change && (
          <button type="button" className="tov-text-button" onClick={() => onMove(onDay)}>
            {m.presence_days_closed_move()}
            <span className="tov-only-read"> {saysShortDay(onDay)}</span>
          </button>
        )}
      </li>
    ))}
  </ul>
)

type Props = { presence: Presence; onOpen: () => void; onDay: (id: number) => void; onClosed: (date: string) => void }
const OnePresence = ({ presence, onOpen, onDay, onClosed }: Props) => {
  const open = presence.days.filter((day) => day.person === null && !day.calledOff && !isOver(day)).length
  const late = presence.days.some(isOver)
  return (
    <Row
      icon={IconCalendarEvent}
      tone={open > 0 || late ? 'venter' : 'sten'}
      title={presence.partner.name}
      text={
        <>
          {saysRhythm(presence)}
          <Days days={presence.days} onOpen={onDay} />
          {presence.closed.length > 0 && <Closed presence={presence} onMove={onClosed} />}
          {saysToldHere(presence)}
        </>
      }
      state={open > 0 ? m.presence_days_open_days({ count: open }) : undefined}
      action={presence.can.change && <RowButton onClick={onOpen}>{m.presence_days_open()}</RowButton>}
    />
  )
}

type Shown = { fast: number | undefined; dag: number | undefined }
/** Regular days at partners, on the page of those who work with them. */
export const PresenceRows = ({ fast, dag }: Shown) => {
  const { data } = useAnswer(listPresences)
  const change = useChangeSearch<{ fast: number; dag: number }>()
  const [adding, setAdding] = useState(false)
  const [moving, setMoving] = useState<{ presence: Presence; date: string }>()
  if (!data) return null
  const chosen = data.rows.find(({ id }) => id === fast)
  return (
    <>
      {data.rows.length > 0 && (
        <Rows title={m.presence_days_title()}>
          {data.rows.map((row) => (
            <OnePresence
              key={row.id}
              presence={row}
              onOpen={() => change({ fast: row.id })}
              onDay={(id) => change({ dag: id })}
              onClosed={(date) => setMoving({ presence: row, date })}
            />
          ))}
        </Rows>
      )}
      {data.can.add && (
        <p>
          {data.rows.length === 0 && <span className="tov-dim">{m.presence_days_none()} </span>}
          <Button onClick={() => setAdding(true)}>{m.presence_days_new()}</Button>
        </p>
      )}
      {adding && <PresenceDialog presence={null} visitors={data.visitors} onClose={() => setAdding(false)} />}
      {chosen && (
        <PresenceDialog
          key={`${chosen.id} ${today()}`}
          presence={chosen}
          visitors={data.visitors}
          onClose={() => change({ fast: undefined })}
        />
      )}
      {moving && <ClosedDialog {...moving} onClose={() => setMoving(undefined)} />}
      {dag !== undefined && <DayDialog id={dag} onClose={() => change({ dag: undefined })} />}
    </>
  )
}

import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { dayOf, first, saysDay, saysTime, today } from '#web/parts/dates.ts'
import { listFreeSlots } from './free-slots.schema.ts'
import { type MeetingForm } from '../diaries/diaries.schema.ts'
import { SecondPicks } from './SecondPicks.tsx'
import { NoSlots } from './SlotWhy.tsx'
import './free-slots.css'

export type FreeSlotRow = AnswerOf<typeof listFreeSlots>['rows'][number]

type Props = {
  companyId: number
  /** A meeting that is moved: its own time counts as free. */
  bookingId?: number
  from?: string
  personId?: number
  form?: MeetingForm
  chosen: FreeSlotRow | undefined
  onChoose: (slot: FreeSlotRow) => void
  /** Who comes along; without, nobody is asked for. */
  second?: number | null
  onSecond?: (personId: number | null) => void
}

type Times = Pick<Props, 'chosen' | 'onChoose'> & { rows: readonly FreeSlotRow[]; names: boolean }
const Times = ({ rows, names, chosen, onChoose }: Times) =>
  [...new Set(rows.map((slot) => dayOf(slot.startsAt)))].map((day) => (
    <section key={day}>
      <h3>{first(saysDay(day))}</h3>
      <div className="slots-pick-times">
        {rows
          .filter((slot) => dayOf(slot.startsAt) === day)
          .map((slot) => (
            <button
              key={`${slot.personId} ${slot.startsAt}`}
              type="button"
              className="slots-time"
              disabled={slot.held}
              aria-pressed={chosen?.personId === slot.personId && chosen.startsAt === slot.startsAt}
              onClick={() => onChoose(slot)}
            >
              <b className="tov-figures">{saysTime(slot.startsAt)}</b>
              {slot.held && <span className="tov-dim">{m.free_slots_held()}</span>}
              {names && (
                <span>
                  {slot.name}
                  <span className="tov-dim"> {slot.why}</span>
                </span>
              )}
            </button>
          ))}
      </div>
    </section>
  ))

/** Free times by day, driving taken into account; all consultants, or one. */
export const SlotPick = (props: Props) => {
  const { companyId, bookingId, from, personId, form = 'visit', chosen, onChoose, second, onSecond } = props
  const [start, setStart] = useState(from && from > today() ? from : today())
  const [person, setPerson] = useState<number | undefined>(personId)
  const about = { companyId, form, ...(bookingId && { bookingId }) }
  const both = second && second !== chosen?.second?.personId && { secondId: second }
  const one = person !== undefined && { personId: person, every: 'true' as const }
  const { data } = useAnswer(
    listFreeSlots,
    { query: { ...about, ...both, from: start || today(), days: 7, ...one } },
    { keep: true },
  )
  const { data: everyone } = useAnswer(listFreeSlots, { query: { ...about, days: 28, anyone: 'true' as const } })
  const people = new Map((everyone?.rows ?? []).map((slot) => [slot.personId, slot.name]))
  const rows = data?.rows ?? []
  return (
    <div className="slots-pick">
      <div className="slots-pick-top">
        <DateField label={m.free_slots_from_day()} min={today()} value={start} onChange={setStart} />
        <NativeSelect
          label={m.free_slots_who()}
          value={String(person ?? '')}
          data={[
            { value: '', label: m.free_slots_anyone() },
            ...[...people].map(([id, name]) => ({ value: String(id), label: name })),
          ]}
          onChange={(event) => setPerson(Number(event.currentTarget.value) || undefined)}
        />
      </div>
      <div className="slots-pick-days" role="group" aria-label={m.free_slots_free_times()}>
        {data && rows.length === 0 && (
          <NoSlots slots={data} says={data.otherFields > 0 ? m.free_slots_no_fitting_times : m.free_slots_no_times} />
        )}
        {data?.full.map((says) => (
          <p key={says} className="tov-dim">
            {says}
          </p>
        ))}
        <Times rows={rows} names={person === undefined} chosen={chosen} onChoose={onChoose} />
      </div>
      <SecondPicks chosen={chosen} people={people} second={second} onSecond={onSecond} />
    </div>
  )
}

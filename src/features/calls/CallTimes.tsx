import { Button } from '@mantine/core'
import { IconCar } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import { sayMinutes } from '#platform/text/duration.shared'
import * as m from '#texts'
import { dayOf, first, saysDay, saysTime } from '#web/parts/dates.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { formName } from '../bookings/booking-words.tsx'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import { NoSlots, PointsTable, SecondPick } from '../free-slots/SlotWhy.tsx'
import type { listFreeSlots } from '../free-slots/free-slots.schema.ts'

export type Slots = AnswerOf<typeof listFreeSlots>
export type Slot = Slots['rows'][number]
export const slotKey = (slot: Slot) => `${slot.personId} ${slot.startsAt}`

type SlotProps = { slot: Slot; driven: boolean; first: boolean; chosen: boolean; onChoose: () => void }
const SlotButton = ({ slot, driven, first: isFirst, chosen, onChoose }: SlotProps) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <button
      ref={button}
      type="button"
      className="calls-slot"
      aria-pressed={chosen}
      disabled={slot.held}
      onClick={onChoose}
    >
      <span className="calls-slot-time tov-figures">{saysTime(slot.startsAt)}</span>
      <span className="calls-slot-name">
        <b>{slot.name}</b> {slot.held && <StateTag tone="venter">{m.free_slots_held()}</StateTag>}
        {slot.proposed && <StateTag tone="fri">{m.calls_proposed()}</StateTag>}
      </span>
      {driven && (
        <span className="calls-slot-travel">
          <IconCar size={15} stroke={1.7} aria-hidden />
          <span className="tov-only-read">{m.calls_travel()}</span>{' '}
          {slot.travelKnown ? sayMinutes(slot.travelMinutes) : m.calls_travel_unknown()}
        </span>
      )}
      {isFirst && (
        <span className="calls-slot-why">
          {slot.school && <span className="tov-dim">{slot.school}</span>}
          <span>{slot.why}</span>
        </span>
      )}
    </button>
  )
}

const share = (at: string, from: string, to: string) =>
  Math.min(100, Math.max(0, (100 * (Date.parse(at) - Date.parse(from))) / (Date.parse(to) - Date.parse(from))))

/** The chosen consultant's day: what is taken, never by whom. */
const DayBar = ({ slot, days }: { slot: Slot; days: Slots['days'] }) => {
  const day = days.find((one) => one.personId === slot.personId && one.date === dayOf(slot.startsAt))
  if (!day) return null
  const drive = slot.travelMinutes * 60_000
  const moved = (at: string, by: number) => new Date(Date.parse(at) + by).toISOString()
  const part = (from: string, to: string, kind: string, key: string, word?: string) => (
    <span
      key={key}
      className="calls-day-part"
      data-kind={kind}
      style={{
        left: `${share(from, day.from, day.to)}%`,
        width: `${share(to, day.from, day.to) - share(from, day.from, day.to)}%`,
      }}
    >
      {word}
    </span>
  )
  return (
    <section className="calls-day" aria-label={m.calls_day_of({ name: slot.name, day: saysDay(slot.startsAt) })}>
      <h3>{m.calls_day_of({ name: slot.name, day: saysDay(slot.startsAt) })}</h3>
      <div className="calls-day-bar" aria-hidden="true">
        {day.busy.map((one) => part(one.from, one.to, one.kind, one.kind + one.from))}
        {part(moved(slot.startsAt, -drive), slot.startsAt, 'travel', 'there')}
        {part(slot.startsAt, slot.endsAt, 'new', 'new', m.calls_new_visit())}
        {part(slot.endsAt, moved(slot.endsAt, drive), 'travel', 'back')}
      </div>
      <div className="calls-day-hours tov-figures" aria-hidden="true">
        <span>{saysTime(day.from)}</span>
        <span>{saysTime(day.to)}</span>
      </div>
      <p className="tov-dim">{m.calls_day_legend()}</p>
    </section>
  )
}

type Props = {
  /** As what kind of meeting these times are free. */
  form: MeetingForm
  onForm?: (form: MeetingForm) => void
  slots: Slots | undefined
  shown: readonly Slot[]
  chosen: Slot | undefined
  more: boolean
  onMore: () => void
  onChoose: (slot: Slot | undefined) => void
  along: boolean
  onAlong: (along: boolean) => void
}

/** Free times, each with who, travel and why; chosen with the arrows while the company is on the phone. */
export const CallTimes = ({ form, onForm, slots, shown, chosen, more, onMore, onChoose, along, onAlong }: Props) => {
  const days = [...new Set(shown.map((slot) => dayOf(slot.startsAt)))]
  // What is said of someone stands at the first time that it is true of; what differs stands again.
  const said = (one: Slot) => `${one.personId} ${one.why}`
  const isFirst = (slot: Slot) => shown.find((one) => said(one) === said(slot)) === slot
  return (
    <aside className="calls-times" aria-label={m.calls_times()}>
      <div className="calls-times-top">
        <h2>{m.calls_times()}</h2>
        <span className="tov-dim calls-keys-hint">
          <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> {m.calls_choose()}
        </span>
      </div>
      {onForm && (
        <Choices
          label={m.bookings_form()}
          value={form}
          options={meetingForms.map((value) => ({ value, label: formName[value]() }))}
          onChange={onForm}
        />
      )}
      {slots && shown.length === 0 && (
        <NoSlots slots={slots} says={slots.otherFields > 0 ? m.calls_no_fitting_times : m.calls_no_times} />
      )}
      {slots?.full.map((says) => (
        <p key={says} className="calls-times-full">
          {says}
        </p>
      ))}
      {days.map((day) => (
        <section key={day} className="calls-times-day">
          <h3>{first(saysDay(day))}</h3>
          {shown
            .filter((slot) => dayOf(slot.startsAt) === day)
            .map((slot) => (
              <SlotButton
                key={slotKey(slot)}
                slot={slot}
                driven={form === 'visit'}
                first={isFirst(slot)}
                chosen={chosen !== undefined && slotKey(chosen) === slotKey(slot)}
                onChoose={() => onChoose(chosen && slotKey(chosen) === slotKey(slot) ? undefined : slot)}
              />
            ))}
        </section>
      ))}
      {more && (
        <Button fullWidth onClick={onMore}>
          {m.calls_more_times()}
        </Button>
      )}
      {chosen && slots && <DayBar slot={chosen} days={slots.days} />}
      {chosen && <SecondPick slot={chosen} along={along} onAlong={onAlong} />}
      {chosen && <PointsTable slot={chosen} along={along} />}
      {form === 'visit' && shown.some(({ travelKnown }) => travelKnown) && (
        <p className="calls-times-foot">{m.calls_times_foot()}</p>
      )}
    </aside>
  )
}

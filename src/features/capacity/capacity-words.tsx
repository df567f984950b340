import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysShort } from '#web/parts/dates.ts'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import type { Limits, showCapacity } from './capacity.schema.ts'

export type Capacity = AnswerOf<typeof showCapacity>
export type Person = Capacity['people'][number]
export type Week = Person['weeks'][number]
/** How people meet, where a number is said of it. */
export const kindName = {
  visit: () => m.capacity_kind_visit(),
  online: () => m.capacity_kind_online(),
  phone: () => m.capacity_kind_phone(),
}
const kindFull = {
  visit: m.capacity_full_visit,
  online: m.capacity_full_online,
  phone: m.capacity_full_phone,
}
const ofKind = {
  visit: m.capacity_most_visit,
  online: m.capacity_most_online,
  phone: m.capacity_most_phone,
}
/** "besøg", many of a kind, inside a sentence. */
export const manyOf = { visit: m.capacity_many_visit, online: m.capacity_many_online, phone: m.capacity_many_phone }
const noneOf = { visit: m.capacity_no_visit, online: m.capacity_no_online, phone: m.capacity_no_phone }
/** What a list is called for. */
export const offered = {
  visit: m.capacity_offer_visit,
  online: m.capacity_offer_online,
  phone: m.capacity_offer_phone,
}
const liftedOf = {
  visit: m.capacity_no_most_visit,
  online: m.capacity_no_most_online,
  phone: m.capacity_no_most_phone,
}
/** "ingen grænse for besøg": said of one week alone. */
export const liftedSay = (limits: Limits) =>
  meetingForms.flatMap((form) => (limits[form] === null ? [liftedOf[form]()] : [])).join(', ')
const mostSays = (form: MeetingForm, count: number) => (count === 0 ? noneOf[form]() : ofKind[form]({ count }))
/** "højst 3 besøg, ingen onlinemøder"; empty where nothing is said of kinds. */
export const limitsSay = (limits: Limits) =>
  meetingForms.flatMap((form) => (typeof limits[form] === 'number' ? [mostSays(form, limits[form])] : [])).join(', ')
export const limitsOf = ({ kinds }: Pick<Week, 'kinds'>): Limits =>
  Object.fromEntries(kinds.map(({ form, most }) => [form, most]))

export type Schools = Capacity['schools'][number]

/** "3 af 4 booket, 1 ledig": what the squares show, said. */
export const weekSays = ({
  meetings,
  booked,
  state,
}: Pick<Week, 'meetings' | 'booked'> & { state?: Week['state'] }) => {
  if (state === 'closed') return m.capacity_closed()
  if (state === 'away') return booked > 0 ? m.capacity_away_booked({ count: booked }) : m.capacity_away()
  if (meetings === null) return m.capacity_booked_free({ booked })
  if (booked > meetings) return m.capacity_booked_over({ booked, meetings, over: booked - meetings })
  if (booked === meetings) return meetings === 0 ? m.capacity_none() : m.capacity_booked_full({ booked, meetings })
  return m.capacity_booked({ booked, meetings, free: meetings - booked })
}
export const schoolSays = ({ schools }: Pick<Schools, 'schools'>) =>
  schools.map(({ name }) => name ?? m.capacity_of_centre()).join(' + ')

export const overOf = ({ meetings, booked, kinds = [] }: Pick<Week, 'meetings' | 'booked'> & Partial<Week>) =>
  Math.max(
    meetings === null ? 0 : booked - meetings,
    kinds.reduce((sum, kind) => sum + Math.max(0, kind.booked - kind.most), 0),
  )
/** Kinds that are full while others are not: said in a word, and only then. */
export const fullKinds = ({ kinds, state, ...week }: Week) =>
  state === 'open' && !isFull({ kinds, state, ...week })
    ? kinds
        .filter(({ most, booked }) => booked >= most)
        .map(({ form, most }) => (most === 0 ? noneOf : kindFull)[form]())
    : []
/** Full, be it that all is or that the kind is; who has agreed to none is not full. */
export const isFullOf = (form: MeetingForm, week: Week) => {
  const ofForm = week.kinds.find((kind) => kind.form === form)
  if (week.meetings === 0 || ofForm?.most === 0) return false
  return isFull(week) || (week.state === 'open' && ofForm !== undefined && ofForm.booked >= ofForm.most)
}
/** What lists are called for, what pauses first; visits where none is called. */
export const calledFor = ({ lists }: Pick<Capacity, 'lists'>): [MeetingForm, ...MeetingForm[]] => {
  const pausedFirst = lists.toSorted((one, other) => Number(other.paused) - Number(one.paused))
  const [first = 'visit', ...others] = new Set(pausedFirst.map(({ form }) => form))
  return [first, ...others]
}
const isFull = ({ meetings, booked, state }: Week) => state === 'open' && meetings !== null && booked >= meetings

/** "Uge 50", with the day it begins or that it is this one. */
export const weekHead = (on: string, week: number, thisWeek: boolean) => ({
  title: m.capacity_week({ week }),
  under: thisWeek ? m.capacity_this_week() : saysShort(on),
})

/** As many squares as can be taken in at a glance; beyond, the sentence tells. */
const most = 10
const squaresOf = ({ meetings, booked, state }: Week): { n: number; kind: 'booked' | 'free' | 'full' | 'give' }[] => {
  if (state === 'away') return Array.from({ length: booked }, (_, n) => ({ n, kind: 'give' }))
  const taken = booked >= (meetings ?? Infinity) ? 'full' : 'booked'
  const count = Math.max(booked, meetings ?? booked)
  return Array.from({ length: count }, (_, n) => ({ n, kind: n < booked ? taken : 'free' }))
}

/** A week of someone: what is booked, what is free, whether it is full; the same in words for who does not see it. */
export const Squares = ({ week }: { week: Week }) => {
  const squares = squaresOf(week)
  const over = week.state === 'open' ? overOf(week) : 0
  const word =
    week.state === 'away' ? m.capacity_away() : week.state === 'closed' ? week.why || m.capacity_closed() : ''
  return (
    <span className="capacity-week" data-state={week.state}>
      <span className="tov-only-read">{weekSays(week)}</span>
      <span className="capacity-squares" aria-hidden="true">
        {squares.slice(0, most).map(({ n, kind }) => (
          <span key={n} data-kind={kind} />
        ))}
        {squares.length > most && <b>+{squares.length - most}</b>}
      </span>
      {word && (
        <span className="capacity-word" aria-hidden="true">
          {word}
        </span>
      )}
      {fullKinds(week).map((says) => (
        <span key={says} className="capacity-word">
          {says}
        </span>
      ))}
      {over > 0 && <b className="capacity-over">{m.capacity_over({ count: over })}</b>}
      {week.state === 'open' && week.meetings === null && week.booked === 0 && (
        <span className="capacity-word" aria-hidden="true">
          {m.capacity_unlimited()}
        </span>
      )}
      {week.state === 'open' && week.meetings === 0 && week.booked === 0 && !week.why && (
        <span className="capacity-word" aria-hidden="true">
          {m.capacity_none_short()}
        </span>
      )}
      {week.state === 'open' && week.why && <span className="capacity-word">{week.why}</span>}
    </span>
  )
}

/** Of which kinds at most so many, as it holds in the last week that is shown: said once, not in each week. */
export const limitsIn = ({ weeks }: Person): Limits => {
  const last = weeks.at(-1)
  return last ? limitsOf(last) : {}
}
export const Most = ({ limits }: { limits: Limits }) => {
  const says = limitsSay(limits)
  return says === '' ? null : <span className="capacity-most tov-dim">{says}</span>
}

export type TypedLimits = Record<MeetingForm, number | string>
type KindProps = { typed: TypedLimits; onChange: (typed: TypedLimits) => void }
/** Out of the way until somebody wants it: most agree on one number. */
export const KindFields = ({ typed, onChange }: KindProps) => {
  const [open, setOpen] = useState(meetingForms.some((form) => typed[form] !== ''))
  if (!open)
    return (
      <button type="button" className="tov-text-button capacity-kinds-open" onClick={() => setOpen(true)}>
        {m.capacity_kinds_open()}
      </button>
    )
  return (
    <fieldset className="capacity-kinds">
      <legend>{m.capacity_kinds()}</legend>
      <div className="capacity-kinds-fields">
        {meetingForms.map((form) => (
          <NumberInput
            key={form}
            label={kindName[form]()}
            min={0}
            max={60}
            allowDecimal={false}
            value={typed[form]}
            onChange={(most) => onChange({ ...typed, [form]: most })}
          />
        ))}
      </div>
      <p className="tov-dim">{m.capacity_kinds_help()}</p>
    </fieldset>
  )
}

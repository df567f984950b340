import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, mondayOf, saysDate, saysNearMoment, saysWeek, today } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { meetingForms } from '../diaries/diaries.schema.ts'
import { KindFields, liftedSay, limitsSay, type TypedLimits } from './capacity-words.tsx'
import { type Limits, listCapacitySaid, sayCapacity, takeBackCapacity } from './capacity.schema.ts'

type Said = {
  limits: Limits
  meetings: number | null
  aDay: number | null
  from: string
  until: string | null
  oneWeek: boolean
}
const saidSays = ({ meetings, limits, aDay, from, until, oneWeek }: Said) => {
  const number =
    meetings === null ? (oneWeek ? m.capacity_as_usual() : m.capacity_no_number()) : m.capacity_a_week({ meetings })
  const day = aDay === null ? '' : ` ${m.capacity_a_day({ count: aDay })}`
  const most = limitsSay(limits)
  const kinds = most && `, ${meetings === null ? most : m.capacity_of_these({ most })}`
  const lifted = liftedSay(limits)
  const when = oneWeek
    ? saysWeek(from)
    : until
      ? m.capacity_from_until({ from: saysDate(from), until: saysDate(until) })
      : m.capacity_from({ from: saysDate(from) })
  return `${number}${kinds}${lifted && `, ${lifted}`}${day}, ${when}`
}

/** Who said what, and when: nothing is overwritten. */
const Earlier = ({ of }: { of: { personId: number } | { schoolId: number } }) => {
  const { data } = useAnswer(listCapacitySaid, { query: of })
  if (!data || data.rows.length === 0) return null
  return (
    <section className="capacity-said">
      <h3>{m.capacity_said_before()}</h3>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id}>
            {saidSays(row)}
            {row.why && ` (${row.why})`}
            {row.takenBack && <b> {m.capacity_taken_back()}</b>}
            <span className="tov-dim">
              {' '}
              {m.capacity_said_by({ who: row.saidBy ?? '', when: saysNearMoment(row.saidAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = {
  of: { personId: number } | { schoolId: number }
  name: string
  /** The week looked at, and what holds in it. */
  week: string
  meetings: number | null
  aDay: number | null
  limits: Limits
  lowerOnly: boolean
  onClose: () => void
}
type Typed = {
  meetings: number | string
  aDay: number | string
  limits: TypedLimits
  how: How
  from: string
  until: string
  why: string
}
type How = 'always' | 'while' | 'once'
const numberOf = (typed: string | number) => (typed === '' ? null : Number(typed))
const bodyOf = ({ meetings, aDay, limits, how, from, until, why }: Typed) => ({
  from: from || today(),
  ...(how === 'while' && { until }),
  oneWeek: how === 'once',
  meetings: numberOf(meetings),
  aDay: numberOf(aDay),
  limits: Object.fromEntries(meetingForms.map((form) => [form, numberOf(limits[form])])),
  why: how === 'once' ? why.trim() : '',
})

type FieldsProps = { typed: Typed; lowerOnly: boolean; onChange: (change: Partial<Typed>) => void }
const Numbers = ({ typed, lowerOnly, onChange }: FieldsProps) => (
  <>
    <NumberInput
      label={m.capacity_meetings()}
      description={lowerOnly ? m.capacity_lower_only() : m.capacity_meetings_help()}
      min={0}
      max={60}
      allowDecimal={false}
      value={typed.meetings}
      onChange={(meetings) => onChange({ meetings })}
    />
    <NumberInput
      label={m.capacity_day()}
      min={1}
      max={12}
      allowDecimal={false}
      value={typed.aDay}
      onChange={(aDay) => onChange({ aDay })}
    />
  </>
)
const When = ({ typed, onChange }: Omit<FieldsProps, 'lowerOnly'>) => (
  <>
    <Choices
      label={m.capacity_when()}
      value={typed.how}
      options={[
        { value: 'always', label: m.capacity_always() },
        { value: 'while', label: m.capacity_while() },
        { value: 'once', label: m.capacity_once() },
      ]}
      onChange={(how) => onChange({ how })}
    />
    <DateField
      label={typed.how === 'once' ? m.capacity_in_week() : m.capacity_from_day()}
      required
      value={typed.from}
      onChange={(from) => onChange({ from })}
    />
    {typed.how === 'while' && (
      <DateField
        label={m.capacity_until_day()}
        required
        value={typed.until}
        onChange={(until) => onChange({ until })}
      />
    )}
    {typed.how === 'once' && (
      <TextInput
        label={m.capacity_why()}
        description={m.capacity_why_help()}
        maxLength={60}
        value={typed.why}
        onChange={(event) => onChange({ why: event.currentTarget.value })}
      />
    )}
  </>
)

/** How many meetings a week: from now on, for a while, or in one week alone. */
export const SayDialog = ({ of, name, week, meetings, aDay, limits, lowerOnly, onClose }: Props) => {
  const [typed, setTyped] = useState<Typed>(() => {
    const from = week > mondayOf(today()) ? week : today()
    const { visit, online, phone } = limits
    return {
      ...{ meetings: meetings ?? '', aDay: aDay ?? '', how: 'always', from, until: addDays(from, 27), why: '' },
      limits: { visit: visit ?? '', online: online ?? '', phone: phone ?? '' },
    }
  })
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const act = useAct(sayCapacity, {
    says: ({ over }) => (over > 0 ? m.capacity_saved_over({ count: over }) : m.capacity_saved()),
    undo:
      ({ id }) =>
      () =>
        call(takeBackCapacity, { params: { id } }),
    onDone: onClose,
  })
  return (
    <Dialog title={m.capacity_say_title({ name })} onClose={onClose}>
      <form
        className="capacity-form"
        onSubmit={(event) => {
          event.preventDefault()
          void act.run({ body: { ...of, ...bodyOf(typed) } })
        }}
      >
        <Numbers typed={typed} lowerOnly={lowerOnly} onChange={change} />
        <KindFields typed={typed.limits} onChange={(kinds) => change({ limits: kinds })} />
        <When typed={typed} onChange={change} />
        <VisibilityMark who="school" />
        <div className="tov-dialog-foot">
          <Button type="submit" variant="filled" loading={act.running}>
            {m.capacity_save()}
          </Button>
        </div>
      </form>
      <Earlier of={of} />
    </Dialog>
  )
}

import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useMe } from '#web/frame/me.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { toMoment } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { FilterBar, PickMany } from '#web/parts/Filters.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { saysClock } from '#web/parts/read-dates.ts'
import { TimeField } from '#web/parts/TimeField.tsx'
import { turnsOf } from '#web/parts/turns-of-a-day.ts'
import { listSchools } from '../centre/schools.schema.ts'
import { type GatheringKind, gatheringKinds, kindWords } from './gathering-kinds.table.ts'
import { makeGathering, most } from './gatherings.schema.ts'

type When = {
  on: string
  from: string
  to: string
  hours: '1' | '2' | '3' | '4'
  place: string
  seats: number | string
}
/** A stand is there all day with two at a time; a meeting is of a morning, for many. */
const usualOf = (kind: GatheringKind): When => ({
  ...{ on: '', from: '09:00', hours: '2', place: '' },
  ...(kind === 'stand' ? { to: '15:00', seats: 2 } : { to: '11:00', seats: 20 }),
})
/** Of another kind: what was typed stays, what nobody touched is as usual there. */
const asUsual = (when: When, before: GatheringKind, now: GatheringKind): Partial<When> => ({
  ...(when.to === usualOf(before).to && { to: usualOf(now).to }),
  ...(when.seats === usualOf(before).seats && { seats: usualOf(now).seats }),
})
const lengths = ['1', '2', '3', '4'] as const
const spansOf = (kind: GatheringKind, { from, to, hours }: When) =>
  kind === 'stand' ? turnsOf(from, to, Number(hours)) : [{ from, to }]
const timesOf = (kind: GatheringKind, when: When) =>
  spansOf(kind, when).map(({ from, to }) => ({
    startsAt: toMoment(when.on, from),
    endsAt: toMoment(when.on, to),
    ...{ place: when.place, seats: when.seats === '' ? 0 : Number(when.seats) },
  }))

type WhenProps = {
  kind: GatheringKind
  when: When
  errorOf: (field: string) => ReactNode
  change: (more: Partial<When>) => void
}
const WhenFields = ({ kind, when, errorOf, change }: WhenProps) => (
  <>
    <DateField
      label={m.gatherings_form_on()}
      value={when.on}
      error={errorOf('startsAt')}
      onChange={(on) => change({ on })}
    />
    <div className="gatherings-pair">
      <TimeField label={m.gatherings_form_from()} value={when.from} onChange={(from) => change({ from })} />
      <TimeField
        label={m.gatherings_form_to()}
        value={when.to}
        error={errorOf('endsAt')}
        onChange={(to) => change({ to })}
      />
    </div>
    {kind === 'stand' && (
      <>
        <Dropdown
          label={m.gatherings_form_turn()}
          data={lengths.map((value) => ({
            value,
            label:
              value === '1'
                ? m.gatherings_form_turn_hour({ count: value })
                : m.gatherings_form_turn_hours({ count: value }),
          }))}
          value={when.hours}
          onChange={(hours) => change({ hours })}
        />
        <p className="tov-dim tov-small">
          {m.gatherings_form_turns_are({
            turns: spansOf(kind, when)
              .map(({ from, to }) => `${saysClock(from)}–${saysClock(to)}`)
              .join(', '),
          })}
        </p>
      </>
    )}
    <TextInput
      label={m.gatherings_form_place()}
      maxLength={200}
      value={when.place}
      error={errorOf('place')}
      onChange={(event) => change({ place: event.currentTarget.value })}
    />
    <NumberInput
      label={kind === 'stand' ? m.gatherings_form_seats_turn() : m.gatherings_form_seats()}
      min={1}
      max={most.seats}
      allowDecimal={false}
      value={when.seats}
      error={errorOf('seats')}
      onChange={(seats) => change({ seats })}
    />
  </>
)

type Props = { kind: GatheringKind; schoolId: number | null; onClose: () => void; onMade: (id: number) => void }
/** What is typed: the day and hours beside the form, whose times they make. */
const useNew = ({ kind: proposed, schoolId, onMade }: Props) => {
  const me = useMe()
  const [when, setWhen] = useState(() => usualOf(proposed))
  const form = useContractForm(makeGathering, {
    initial: {
      ...{ kind: proposed, title: '', aim: '', schoolId: schoolId ?? me.school?.id ?? null, invited: [] },
      times: timesOf(proposed, usualOf(proposed)),
    },
    says: () => m.gatherings_said_made(),
    onDone: ({ id }) => onMade(id),
  })
  const kind = gatheringKinds.find((one) => one === form.values.kind) ?? proposed
  const change = (more: Partial<When>, of = kind) => {
    const now = { ...when, ...more }
    setWhen(now)
    form.set('times', timesOf(of, now))
  }
  const choose = (of: GatheringKind) => {
    form.set('kind', of)
    change(asUsual(when, kind, of), of)
  }
  return { form, kind, when, change, choose }
}
const Invited = ({
  schools,
  value,
  onChange,
}: {
  schools: readonly { value: string; label: string }[]
  value: unknown
  onChange: (ids: number[]) => void
}) => (
  <>
    <FilterBar>
      <PickMany
        label={m.gatherings_form_invited()}
        options={schools}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(ids) => onChange(ids.map(Number))}
      />
    </FilterBar>
    <p className="tov-dim tov-small">{m.gatherings_form_everyone()}</p>
  </>
)
/** An invitation; `kind` and `schoolId` as who proposed it says. */
export const NewGathering = (props: Props) => {
  const { data } = useAnswer(listSchools)
  const schools = (data?.rows ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
  const { form, kind, when, change, choose } = useNew(props)
  return (
    <Dialog title={m.gatherings_form_title()} onClose={props.onClose}>
      <ContractForm of={form}>
        <Choices
          label={m.gatherings_form_kind()}
          value={kind}
          options={gatheringKinds.map((value) => ({ value, label: kindWords[value]() }))}
          onChange={choose}
        />
        <TextInput
          label={m.gatherings_form_what()}
          placeholder={m.gatherings_form_what_example()}
          maxLength={120}
          {...form.field('title')}
        />
        <Textarea
          label={m.gatherings_form_aim()}
          description={m.gatherings_form_aim_hint()}
          maxLength={500}
          autosize
          {...form.field('aim')}
        />
        <Dropdown
          label={m.gatherings_form_school()}
          data={[
            { value: '', label: kind === 'tour' ? m.gatherings_form_school_choose() : m.gatherings_form_centre() },
            ...schools,
          ]}
          value={String(form.values.schoolId ?? '')}
          error={form.field('schoolId').error}
          onChange={(id) => form.set('schoolId', id === '' ? null : Number(id))}
        />
        <WhenFields kind={kind} when={when} errorOf={(name) => form.field(`times.0.${name}`).error} change={change} />
        <Invited schools={schools} value={form.values.invited} onChange={(ids) => form.set('invited', ids)} />
        <div className="tov-dialog-foot">
          <SendButton of={form}>{m.gatherings_form_send()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

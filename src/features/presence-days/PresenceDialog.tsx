import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { first, today, weekdayName } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { listPartners } from '../partners/partners.schema.ts'
import * as contract from './presence-days.schema.ts'
import './presence-days.css'

type Presence = RowOf<typeof contract.listPresences>
type Person = Presence['people'][number]
const weekdays = [1, 2, 3, 4, 5].map((day) => ({ value: String(day), label: first(weekdayName(day)) }))
const rhythms = [
  { value: '1', label: m.presence_days_every_1 },
  { value: '2', label: m.presence_days_every_2 },
  { value: '4', label: m.presence_days_every_4 },
] as const

const usual = {
  ...{ weekday: 4, everyWeeks: 1 as const, fromOn: '', untilOn: null },
  ...{ startsAt: '10:00', endsAt: '14:00', travelMinutes: 30, place: '', personIds: [] },
}
const initialOf = (presence: Presence) => {
  const { weekday, everyWeeks, fromOn, untilOn, startsAt, endsAt, travelMinutes, place, people } = presence
  const personIds = people.map(({ id }) => id)
  return { weekday, everyWeeks, fromOn, untilOn, startsAt, endsAt, travelMinutes, place, personIds }
}

type Field =
  | 'weekday'
  | 'everyWeeks'
  | 'fromOn'
  | 'untilOn'
  | 'startsAt'
  | 'endsAt'
  | 'travelMinutes'
  | 'place'
  | 'personIds'
/** What both forms have: the new one, and that of one there is. */
type Formed = {
  running: boolean
  values: Readonly<Partial<Record<Field, unknown>>>
  set: (name: Field, value: unknown) => void
  field: (name: Field) => ReturnType<ReturnType<typeof useContractForm<typeof contract.changePresence>>['field']>
}
const When = ({ form }: { form: Formed }) => (
  <>
    <div className="presence-two">
      <Dropdown
        label={m.presence_days_field_weekday()}
        data={weekdays}
        value={String(form.values.weekday)}
        onChange={(value) => form.set('weekday', Number(value))}
      />
      <Dropdown
        label={m.presence_days_field_every()}
        data={rhythms.map(({ value, label }) => ({ value, label: label() }))}
        value={rhythms.find(({ value }) => value === String(form.values.everyWeeks))?.value ?? '1'}
        onChange={(value) => form.set('everyWeeks', Number(value))}
      />
    </div>
    <div className="presence-two">
      <TimeField label={m.presence_days_field_starts()} {...form.field('startsAt')} />
      <TimeField label={m.presence_days_field_ends()} {...form.field('endsAt')} />
    </div>
    <div className="presence-two">
      <DateField label={m.presence_days_field_from()} {...form.field('fromOn')} />
      <DateField
        label={m.presence_days_field_until()}
        description={m.presence_days_field_until_hint()}
        {...form.field('untilOn')}
        value={typeof form.values.untilOn === 'string' ? form.values.untilOn : ''}
      />
    </div>
  </>
)
const WhereAndWho = ({ form, visitors }: { form: Formed; visitors: readonly Person[] }) => (
  <>
    <TextInput
      label={m.presence_days_field_place()}
      description={m.presence_days_field_place_hint()}
      maxLength={120}
      {...form.field('place')}
    />
    <TextInput
      label={m.presence_days_field_travel()}
      inputMode="numeric"
      maxLength={3}
      {...form.field('travelMinutes')}
    />
    <Checkbox.Group
      label={m.presence_days_field_people()}
      description={m.presence_days_field_people_hint()}
      {...form.field('personIds')}
      value={Array.isArray(form.values.personIds) ? form.values.personIds.map(String) : []}
      onChange={(chosen) => form.set('personIds', chosen.map(Number))}
    >
      <div className="presence-people">
        {visitors.map(({ id, name }) => (
          <Checkbox key={id} value={String(id)} label={name} />
        ))}
      </div>
    </Checkbox.Group>
    <div className="tov-dialog-foot">
      <SendButton of={form}>{m.presence_days_save()}</SendButton>
    </div>
  </>
)

type Open = { visitors: readonly Person[]; onClose: () => void }
type Partners = { partners: readonly RowOf<typeof listPartners>[] }
const NewForm = ({ visitors, onClose, partners }: Open & Partners) => {
  const form = useContractForm(contract.addPresence, {
    initial: { ...usual, fromOn: today(), partnerId: partners[0]?.id ?? 0 },
    says: (made) => m.presence_days_said_added({ partner: made.partner.name }),
    onDone: onClose,
  })
  return (
    <ContractForm of={form}>
      <Dropdown
        label={m.presence_days_field_partner()}
        data={partners.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.field('partnerId')}
        value={String(form.values.partnerId)}
        onChange={(value) => form.set('partnerId', Number(value))}
      />
      <When form={form} />
      <WhereAndWho form={form} visitors={visitors} />
    </ContractForm>
  )
}
const NewPresence = (open: Open) => {
  const { data } = useAnswer(listPartners)
  return data ? <NewForm {...open} partners={data.rows} /> : <GreyRows count={6} />
}

const End = ({ presence, onClose }: { presence: Presence; onClose: () => void }) => {
  const [asking, setAsking] = useState(false)
  const end = useAct(contract.endPresence, { says: () => m.presence_days_said_ended(), onDone: onClose })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.presence_days_end()}</Button>
      <Ask
        open={asking}
        title={m.presence_days_end_title({ partner: presence.partner.name })}
        yes={m.presence_days_end()}
        onClose={() => setAsking(false)}
        onYes={() => void end.run({ params: { id: presence.id } })}
      >
        {m.presence_days_end_text()}
      </Ask>
    </>
  )
}
const ChangePresence = ({ presence, visitors, onClose }: Open & { presence: Presence }) => {
  const form = useContractForm(contract.changePresence, {
    initial: initialOf(presence),
    with: { params: { id: presence.id } },
    says: (changed) => m.presence_days_said_changed({ partner: changed.partner.name }),
    onDone: onClose,
  })
  return (
    <>
      <ContractForm of={form}>
        <When form={form} />
        <WhereAndWho form={form} visitors={visitors} />
      </ContractForm>
      <End presence={presence} onClose={onClose} />
    </>
  )
}

/** Regular days at one partner's: when, where, and who takes turns. */
export const PresenceDialog = ({ presence, ...open }: Open & { presence: Presence | null }) => (
  <Dialog
    title={presence ? m.presence_days_at({ partner: presence.partner.name }) : m.presence_days_new()}
    onClose={open.onClose}
  >
    {presence ? <ChangePresence presence={presence} {...open} /> : <NewPresence {...open} />}
  </Dialog>
)

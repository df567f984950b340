import { TextInput } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { PickMany } from '#web/parts/Filters.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { listSchools } from '../centre/schools.schema.ts'
import * as contract from './meeting-dates.schema.ts'
import './meeting-dates.css'

type Series = AnswerOf<typeof contract.listConsultantMeetings>['series']
const usual = { firstOn: '', everyWeeks: 2, from: '08:30', until: '10:00', place: '' }
const rhythms = [
  { value: '1', label: m.meeting_dates_every_week },
  { value: '2', label: m.meeting_dates_every_other },
  { value: '4', label: m.meeting_dates_every_fourth },
] as const
const none: number[] = []

const initialOf = ({ firstOn, everyWeeks, from, until, place, hosts, id }: NonNullable<Series>) => ({
  ...{ firstOn, everyWeeks, from, until, place },
  ...{ hosts: hosts.map((one) => one.id), seen: id },
})

const Hosts = ({ chosen, choose }: { chosen: readonly number[]; choose: (ids: number[]) => void }) => {
  const schools = useAnswer(listSchools).data?.rows ?? []
  const names = chosen.flatMap((id) => schools.find((one) => one.id === id)?.name ?? [])
  return (
    <div>
      <PickMany
        label={m.meeting_dates_hosts()}
        options={schools.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={chosen.map(String)}
        onChange={(ids) => choose(ids.map(Number))}
      />
      <p className="tov-dim tov-small">
        {names.length === 0 ? m.meeting_dates_hosts_none() : m.meeting_dates_hosts_order({ names: names.join(', ') })}
      </p>
    </div>
  )
}

/** Fixed times: meetings ahead are given anew from them. */
export const SeriesDialog = ({ series, onClose }: { series: Series; onClose: () => void }) => {
  const form = useContractForm(contract.setMeetingSeries, {
    initial: series ? initialOf(series) : { ...usual, hosts: none, seen: null },
    says: () => m.meeting_dates_said_set(),
    onDone: onClose,
  })
  const end = useAct(contract.endMeetingSeries, { says: () => m.meeting_dates_said_ended(), onDone: onClose })
  const chosen = Array.isArray(form.values.hosts) ? form.values.hosts : none
  const { onChange: _typed, ...firstOn } = form.field('firstOn')
  return (
    <Dialog title={m.meeting_dates_series()} onClose={onClose}>
      <ContractForm of={form} label={m.meeting_dates_series()}>
        <DateField label={m.meeting_dates_first()} {...firstOn} onChange={(day) => form.set('firstOn', day)} />
        <Dropdown
          label={m.meeting_dates_every()}
          data={rhythms.map(({ value, label }) => ({ value, label: label() }))}
          value={rhythms.find(({ value }) => value === String(form.values.everyWeeks))?.value ?? '2'}
          onChange={(value) => form.set('everyWeeks', Number(value))}
        />
        <div className="meeting-dates-two">
          <TimeField label={m.meeting_dates_from()} {...form.field('from')} />
          <TimeField label={m.meeting_dates_until()} {...form.field('until')} />
        </div>
        <TextInput label={m.meeting_dates_place()} maxLength={200} {...form.field('place')} />
        <Hosts chosen={chosen} choose={(ids) => form.set('hosts', ids)} />
        {series && <p className="tov-dim tov-small">{m.meeting_dates_series_hint()}</p>}
        <div className="meeting-dates-buttons">
          <SendButton of={form}>{m.meeting_dates_set()}</SendButton>
          {series && (
            <button
              type="button"
              className="tov-text-button"
              onClick={() => void end.run({ params: { id: series.id } })}
            >
              {m.meeting_dates_end()}
            </button>
          )}
        </div>
      </ContractForm>
    </Dialog>
  )
}

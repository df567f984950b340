import { TextInput } from '@mantine/core'
import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { dayOf, timeOf } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { listSchools } from '../centre/schools.schema.ts'
import * as contract from './meeting-dates.schema.ts'
import './meeting-dates.css'

type Props = { meeting: z.infer<typeof contract.MeetingDate>; onClose: () => void }

/** This one alone: another day, host or place. */
export const MoveMeeting = ({ meeting, onClose }: Props) => {
  const { id, startsAt, endsAt, host, place, version } = meeting
  const schools = useAnswer(listSchools).data?.rows ?? []
  const form = useContractForm(contract.moveConsultantMeeting, {
    initial: {
      ...{ day: dayOf(startsAt), from: timeOf(startsAt), until: timeOf(endsAt) },
      ...{ hostId: host?.id ?? null, place, version },
    },
    with: { params: { id } },
    says: () => m.meeting_dates_said_moved(),
    onDone: onClose,
  })
  const { onChange: _typed, ...day } = form.field('day')
  return (
    <Dialog title={m.meeting_dates_move()} onClose={onClose}>
      <ContractForm of={form} label={m.meeting_dates_move()}>
        <DateField label={m.meeting_dates_day()} {...day} onChange={(on) => form.set('day', on)} />
        <div className="meeting-dates-two">
          <TimeField label={m.meeting_dates_from()} {...form.field('from')} />
          <TimeField label={m.meeting_dates_until()} {...form.field('until')} />
        </div>
        <Dropdown
          label={m.meeting_dates_host()}
          data={[
            { value: '', label: m.meeting_dates_host_none() },
            ...schools.map((one) => ({ value: String(one.id), label: one.name })),
          ]}
          value={form.values.hostId === null ? '' : String(form.values.hostId)}
          onChange={(value) => form.set('hostId', value === '' ? null : Number(value))}
        />
        <TextInput label={m.meeting_dates_place()} maxLength={200} {...form.field('place')} />
        <SendButton of={form}>{m.meeting_dates_move_yes()}</SendButton>
      </ContractForm>
    </Dialog>
  )
}

export const CancelMeeting = ({ meeting: { id }, onClose }: Props) => {
  const form = useContractForm(contract.cancelConsultantMeeting, {
    initial: { why: '' },
    with: { params: { id } },
    says: () => m.meeting_dates_said_cancelled(),
    undo: () => () => call(contract.uncancelConsultantMeeting, { params: { id } }),
    onDone: onClose,
  })
  return (
    <Dialog title={m.meeting_dates_cancel()} onClose={onClose}>
      <ContractForm of={form} label={m.meeting_dates_cancel()}>
        <TextInput label={m.meeting_dates_why()} maxLength={300} {...form.field('why')} />
        <SendButton of={form}>{m.meeting_dates_cancel()}</SendButton>
      </ContractForm>
    </Dialog>
  )
}

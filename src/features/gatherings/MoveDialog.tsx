import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { DateField } from '#web/parts/DateField.tsx'
import { dayOf, timeOf, toMoment } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { most, moveGathering, type Time, type Whole } from './gatherings.schema.ts'

/** Another day, time, place or number of seats. */
export const MoveDialog = ({ whole, time, onClose }: { whole: Whole; time: Time; onClose: () => void }) => {
  const { startsAt, endsAt, place, seats } = time
  const [when, setWhen] = useState({ on: dayOf(startsAt), from: timeOf(startsAt), to: timeOf(endsAt) })
  const form = useContractForm(moveGathering, {
    initial: { startsAt, endsAt, place, seats, seen: { startsAt, endsAt, place, seats } },
    with: { params: { id: whole.id, timeId: time.id } },
    says: () => m.gatherings_said_moved(),
    onDone: onClose,
  })
  const change = (more: Partial<typeof when>) => {
    const now = { ...when, ...more }
    setWhen(now)
    form.set('startsAt', toMoment(now.on, now.from))
    form.set('endsAt', toMoment(now.on, now.to))
  }
  return (
    <Dialog title={m.gatherings_move_title({ what: whole.title })} onClose={onClose}>
      <ContractForm of={form}>
        <p className="tov-dim">{m.gatherings_move_text()}</p>
        <DateField
          label={m.gatherings_form_on()}
          value={when.on}
          error={form.field('startsAt').error}
          onChange={(on) => change({ on })}
        />
        <div className="gatherings-pair">
          <TimeField label={m.gatherings_form_from()} value={when.from} onChange={(from) => change({ from })} />
          <TimeField
            label={m.gatherings_form_to()}
            value={when.to}
            error={form.field('endsAt').error}
            onChange={(to) => change({ to })}
          />
        </div>
        <TextInput label={m.gatherings_form_place()} maxLength={200} {...form.field('place')} />
        <NumberInput
          label={m.gatherings_form_seats()}
          min={1}
          max={most.seats}
          allowDecimal={false}
          {...form.field('seats')}
        />
        <div className="tov-dialog-foot">
          <SendButton of={form}>{m.gatherings_move_send()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

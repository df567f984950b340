import { Button, NumberInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDate, timeOf } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { type AskedAbout, askedAbout, askedAboutCodes } from './asked-about.table.ts'
import { countPresence, moveClosedDate, movePresenceDay } from './presence-days.schema.ts'
import type { Presence, WholeDay } from './presence-words.tsx'
import { floor } from './presence-days.schema.ts'

const parts = {
  unemployed: m.presence_days_count_unemployed,
  employed: m.presence_days_count_employed,
  companies: m.presence_days_count_companies,
}
const partKeys = ['unemployed', 'employed', 'companies'] as const
type Typed = Record<(typeof partKeys)[number], number | string>
type Topics = Partial<Record<AskedAbout, number | string>>

const HowMany = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | string
  onChange: (value: number | string) => void
}) => <NumberInput label={label} min={0} max={500} allowDecimal={false} value={value} onChange={onChange} />

/** How many came, and how many asked about what: numbers alone, for there is no field for anything else. */
export const CountForm = ({ day, onDone }: { day: WholeDay; onDone: () => void }) => {
  const [typed, setTyped] = useState<Typed>(day.count ?? { unemployed: '', employed: '', companies: '' })
  const [topics, setTopics] = useState<Topics>(
    Object.fromEntries((day.count?.askedAbout ?? []).map(({ topic, asked }) => [topic, asked])),
  )
  const save = useAct(countPresence, { says: () => m.presence_days_said_counted(), onDone })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const asked = askedAboutCodes.map((topic) => ({ topic, asked: Number(topics[topic] ?? 0) }))
    void save.run({
      params: { id: day.id },
      body: {
        ...{
          unemployed: Number(typed.unemployed),
          employed: Number(typed.employed),
          companies: Number(typed.companies),
        },
        askedAbout: asked.filter((one) => one.asked > 0),
      },
    })
  }
  return (
    <form className="presence-part" aria-label={m.presence_days_count_title()} onSubmit={send}>
      <h3>{m.presence_days_count_title()}</h3>
      <p className="tov-dim">{m.presence_days_count_note()}</p>
      <div className="presence-counts">
        {partKeys.map((part) => (
          <HowMany
            key={part}
            label={parts[part]()}
            value={typed[part]}
            onChange={(value) => setTyped((before) => ({ ...before, [part]: value }))}
          />
        ))}
      </div>
      <h3>{m.presence_days_count_topics()}</h3>
      <div className="presence-counts">
        {askedAboutCodes.map((topic) => (
          <HowMany
            key={topic}
            label={askedAbout[topic]()}
            value={topics[topic] ?? ''}
            onChange={(value) => setTopics((before) => ({ ...before, [topic]: value }))}
          />
        ))}
      </div>
      <p className="tov-dim">{m.presence_days_count_who_sees({ fewest: floor })}</p>
      <Button type="submit" variant="filled">
        {m.presence_days_count_save()}
      </Button>
    </form>
  )
}

type Formed = {
  field: (
    name: 'onDay' | 'startsAt' | 'endsAt',
  ) => ReturnType<ReturnType<typeof useContractForm<typeof movePresenceDay>>['field']>
}
const OtherTime = ({ form }: { form: Formed }) => (
  <>
    <DateField label={m.presence_days_move_on()} {...form.field('onDay')} />
    <div className="presence-two">
      <TimeField label={m.presence_days_field_starts()} {...form.field('startsAt')} />
      <TimeField label={m.presence_days_field_ends()} {...form.field('endsAt')} />
    </div>
  </>
)

/** Another date or other hours, that once: the regular days stay as they are. */
export const MoveDay = ({ day }: { day: WholeDay }) => {
  const form = useContractForm(movePresenceDay, {
    initial: { from: day.startsAt, onDay: day.onDay, startsAt: timeOf(day.startsAt), endsAt: timeOf(day.endsAt) },
    with: { params: { id: day.id } },
    says: ({ person }) =>
      person ? m.presence_days_said_moved({ who: person.name }) : m.presence_days_said_moved_none(),
  })
  const partner = day.partner.name
  return (
    <section className="presence-part">
      <h3>{m.presence_days_move_title()}</h3>
      <ContractForm of={form} label={m.presence_days_move_title()}>
        <OtherTime form={form} />
        <p className="tov-dim">
          {day.person
            ? m.presence_days_move_note({ who: day.person.name, partner })
            : m.presence_days_move_note_nobody({ partner })}
        </p>
        <SendButton of={form}>{m.presence_days_move()}</SendButton>
      </ContractForm>
    </section>
  )
}

type Closed = { presence: Presence; date: string; onClose: () => void }
/** A date on which nobody works is held on another day. */
export const ClosedDialog = ({ presence, date, onClose }: Closed) => {
  const partner = presence.partner.name
  const form = useContractForm(moveClosedDate, {
    initial: { date, onDay: date, startsAt: presence.startsAt, endsAt: presence.endsAt },
    with: { params: { id: presence.id } },
    says: ({ person }) =>
      person ? m.presence_days_said_moved({ who: person.name }) : m.presence_days_said_moved_none(),
    onDone: onClose,
  })
  return (
    <Dialog title={m.presence_days_closed_title({ partner, date: saysDate(date) })} onClose={onClose}>
      <ContractForm of={form}>
        <OtherTime form={form} />
        <p className="tov-dim">{m.presence_days_move_note_nobody({ partner })}</p>
        <div className="tov-dialog-foot">
          <SendButton of={form}>{m.presence_days_move()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}

import { Button, Textarea, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { toMoment, today } from '#web/parts/dates.ts'
import { TimeField } from '#web/parts/TimeField.tsx'
import { askAlong } from './joint-visits.schema.ts'
import './joint-visits.css'

type Found = { id: number; name: string; town: string | null }
/** Looks companies up as the partner's form for tips does. */
export type FindCompany = (q: string) => { data: { rows: readonly Found[] } | undefined }

type Written = {
  company: string
  /** Chosen from what was found; null: as it was written. */
  companyId: number | null
  on: string
  from: string
  to: string
  place: string
  words: string
}
const blank: Written = { company: '', companyId: null, on: '', from: '10:00', to: '11:30', place: '', words: '' }
type Part = { written: Written; write: (change: Partial<Written>) => void }

const Company = ({ written, write, find }: Part & { find: FindCompany }) => {
  const q = useDeferredValue(written.company.trim())
  const open = written.companyId === null && q.length >= 3
  const { data } = find(written.companyId === null ? q : '')
  return (
    <div className="joint-company">
      <TextInput
        label={m.joint_visits_form_company()}
        description={m.joint_visits_form_company_hint()}
        maxLength={200}
        required
        value={written.company}
        onChange={(event) => write({ company: event.currentTarget.value, companyId: null })}
      />
      {open && data && data.rows.length > 0 && (
        <ul>
          {data.rows.map(({ id, name, town }) => (
            <li key={id}>
              <button type="button" onClick={() => write({ companyId: id, company: name })}>
                <b>{name}</b> {town}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
const When = ({ written, write }: Part) => (
  <>
    <DateField
      label={m.joint_visits_form_on()}
      min={today()}
      required
      value={written.on}
      onChange={(on) => write({ on })}
    />
    <div className="joint-two">
      <TimeField
        label={m.joint_visits_form_from()}
        required
        value={written.from}
        onChange={(from) => write({ from })}
      />
      <TimeField label={m.joint_visits_form_to()} required value={written.to} onChange={(to) => write({ to })} />
    </div>
  </>
)

/** The partner goes to a company, and asks one of the centre along. */
export const AskAlong = ({ find, onDone }: { find: FindCompany; onDone: () => void }) => {
  const [written, setWritten] = useState(blank)
  const write = (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change }))
  const ask = useAct(askAlong, { says: () => m.joint_visits_form_said(), onDone })
  const { company, companyId, on, from, to, place, words } = written
  const whole = company.trim() !== '' && on !== '' && from !== '' && to !== '' && place.trim() !== ''
  return (
    <form
      className="joint-form"
      aria-label={m.joint_visits_form_title()}
      onSubmit={(event) => {
        event.preventDefault()
        if (!whole || ask.running) return
        const [startsAt, endsAt] = [toMoment(on, from), toMoment(on, to)]
        void ask.run({ body: { company, companyId, startsAt, endsAt, place, words } })
      }}
    >
      <Company written={written} write={write} find={find} />
      <When written={written} write={write} />
      <TextInput
        label={m.joint_visits_form_place()}
        maxLength={200}
        required
        value={place}
        onChange={(event) => write({ place: event.currentTarget.value })}
      />
      <Textarea
        label={m.joint_visits_form_words()}
        description={m.joint_visits_form_words_hint()}
        maxLength={500}
        autosize
        minRows={2}
        value={words}
        onChange={(event) => write({ words: event.currentTarget.value })}
      />
      <Button type="submit" variant="filled" fullWidth disabled={!whole} aria-disabled={ask.running || undefined}>
        {m.joint_visits_form_send()}
      </Button>
    </form>
  )
}

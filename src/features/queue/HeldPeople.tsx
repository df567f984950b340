import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { useOpened } from '#web/parts/opened.ts'
import type { Person } from '../company-people/company-people.schema.ts'
import { sourceOptions } from '../company-people/people-words.table.ts'
import { Notice } from '../company-people/PersonForm.tsx'
import { addHeldPerson, listHeldPeople } from './held.schema.ts'

const AddForm = ({ companyId, centre, onDone }: { companyId: number; centre: string; onDone: () => void }) => {
  const form = useContractForm(addHeldPerson, {
    initial: { companyId, name: '', title: '', phone: '', email: '', note: '', source: 'said', told: false },
    says: ({ name }) => m.company_people_added({ name }),
    onDone,
  })
  return (
    <div {...useOpened(onDone)}>
      <ContractForm of={form} label={m.company_people_add()}>
        <TextInput label={m.company_people_name()} required autoComplete="off" {...form.field('name')} />
        <TextInput
          label={m.company_people_job()}
          description={m.company_people_private_hint()}
          autoComplete="off"
          {...form.field('title')}
        />
        <TextInput type="tel" label={m.company_people_phone_number()} autoComplete="off" {...form.field('phone')} />
        <TextInput
          label={m.company_people_note()}
          description={m.company_people_note_hint()}
          autoComplete="off"
          {...form.field('note')}
        />
        <NativeSelect label={m.company_people_source()} data={sourceOptions()} {...form.field('source')} />
        <Notice centre={centre} source="said" />
        <Checkbox label={m.company_people_told_tick()} {...form.field('told', 'checkbox')} />
        <SendButton of={form} variant="default">
          {m.company_people_save()}
        </SendButton>
      </ContractForm>
    </div>
  )
}

const saysOne = ({ name, title, phone, note }: Person) =>
  [[name, title].filter(Boolean).join(', '), phone.allowed && phone.value && inPairs(phone.value), note]
    .filter(Boolean)
    .join(' · ')

/** Whom to ask for at the company under call; a press says that it is he who is on the phone. */
export const HeldPeople = ({ companyId, onTalk }: { companyId: number; onTalk: (person: Person) => void }) => {
  const { data } = useAnswer(listHeldPeople, { query: { companyId } })
  const [open, setOpen] = useState(false)
  if (!data) return null
  return (
    <div className="queue-people">
      {data.rows.length > 0 && (
        <ul aria-label={m.company_people_title()}>
          {data.rows.map((person) => (
            <li key={person.id}>
              <button type="button" className="tov-text-button" onClick={() => onTalk(person)}>
                {saysOne(person)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <AddForm companyId={companyId} centre={data.centre} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" className="tov-text-button" onClick={() => setOpen(true)}>
          {m.company_people_add()}
        </button>
      )}
    </div>
  )
}

import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { saidIn } from '#web/data/problem.ts'
import { inPairs } from '#web/parts/numbers.ts'
import {
  addCompanyPerson,
  CompanyPerson,
  correctCompanyPerson,
  type Person,
  personSources,
} from './company-people.schema.ts'
import { sourceOptions, sourceSays } from './people-words.table.ts'

type Fielded = {
  field: (
    name: 'name' | 'title' | 'phone' | 'phoneAllowed' | 'email' | 'mailAllowed' | 'note' | 'speaksForAll' | 'source',
    kind?: 'input' | 'checkbox',
  ) => object
}
/** What is written of someone; `apart`: there is a head office that may speak for all. */
const Fields = ({ of: form, apart }: { of: Fielded; apart: boolean }) => (
  <>
    <TextInput label={m.company_people_name()} required autoComplete="off" {...form.field('name')} />
    <TextInput
      label={m.company_people_job()}
      description={m.company_people_private_hint()}
      autoComplete="off"
      {...form.field('title')}
    />
    <TextInput type="tel" label={m.company_people_phone_number()} autoComplete="off" {...form.field('phone')} />
    <Checkbox label={m.company_people_phone_allowed()} {...form.field('phoneAllowed', 'checkbox')} />
    <TextInput inputMode="email" label={m.company_people_email()} autoComplete="off" {...form.field('email')} />
    <Checkbox label={m.company_people_mail_allowed()} {...form.field('mailAllowed', 'checkbox')} />
    <TextInput
      label={m.company_people_note()}
      description={m.company_people_note_hint()}
      autoComplete="off"
      {...form.field('note')}
    />
    {apart && <Checkbox label={m.company_people_speaks_for_all_tick()} {...form.field('speaksForAll', 'checkbox')} />}
    <NativeSelect label={m.company_people_source()} data={sourceOptions()} {...form.field('source')} />
  </>
)

/** What someone must be told, beside where it is written down. */
export const Notice = ({ centre, source }: { centre: string; source: Person['source'] }) => (
  <details className="company-people-notice">
    <summary>{m.company_people_must_know()}</summary>
    <p>“{m.company_people_notice({ centre, source: sourceSays(source) })}”</p>
  </details>
)

const sourceIn = (chosen: string | null) => personSources.find((one) => one === chosen) ?? 'said'

type Adding = { companyId: number; centre: string; apart: boolean; onDone: () => void }
export const AddForm = ({ companyId, centre, apart, onDone }: Adding) => {
  const form = useContractForm(addCompanyPerson, {
    initial: {
      ...{ name: '', title: '', phone: '', phoneAllowed: true, email: '', mailAllowed: true, note: '' },
      ...{ speaksForAll: false, source: 'said', told: false },
    },
    with: { params: { companyId } },
    says: ({ name }) => m.company_people_added({ name }),
    onDone,
  })
  return (
    <ContractForm of={form} label={m.company_people_add()}>
      <Fields of={form} apart={apart} />
      <Notice centre={centre} source={sourceIn(form.values.source)} />
      <Checkbox label={m.company_people_told_tick()} {...form.field('told', 'checkbox')} />
      <SendButton of={form} variant="default">
        {m.company_people_save()}
      </SendButton>
    </ContractForm>
  )
}

const Version = ({ of: person }: { of: Pick<Person, 'name' | 'title' | 'note'> & { phone: string; mail: string } }) => (
  <>
    {[person.name, person.title, person.phone && inPairs(person.phone), person.mail, person.note]
      .filter(Boolean)
      .map((line) => (
        <div key={line}>{line}</div>
      ))}
  </>
)

type Correcting = { person: Person; apart: boolean; onDone: () => void; notice: ReactNode }
/** Someone else was faster: both stand side by side, and nothing is lost. */
export const CorrectForm = ({ person, apart, onDone, notice }: Correcting) => {
  const [theirs, setTheirs] = useState<Person>()
  const form = useContractForm(correctCompanyPerson, {
    initial: {
      ...{ name: person.name, title: person.title, note: person.note, speaksForAll: person.speaksForAll },
      ...{ phone: person.phone.value ?? '', phoneAllowed: person.phone.allowed },
      ...{ email: person.mail.value ?? '', mailAllowed: person.mail.allowed },
      ...{ source: 'said', version: person.version },
    },
    with: { params: { id: person.id } },
    says: ({ name }) => m.company_people_corrected({ name }),
    onDone,
    onProblem: (problem) => {
      const now = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', CompanyPerson) : undefined
      if (now) setTheirs(now)
      return now !== undefined
    },
  })
  const mine = form.values
  return (
    <ContractForm of={form} label={m.company_people_correct_whom({ name: person.name })}>
      {theirs && (
        <BothVersions
          theirs={<Version of={{ ...theirs, phone: theirs.phone.value ?? '', mail: theirs.mail.value ?? '' }} />}
          mine={
            <Version
              of={{
                ...{ name: mine.name ?? '', title: mine.title ?? '', note: mine.note ?? '' },
                ...{ phone: mine.phone ?? '', mail: mine.email ?? '' },
              }}
            />
          }
          onTake={onDone}
          onKeep={() => {
            form.set('version', theirs.version)
            setTheirs(undefined)
          }}
        />
      )}
      <Fields of={form} apart={apart} />
      {notice}
      <SendButton of={form} variant="default">
        {m.company_people_save()}
      </SendButton>
    </ContractForm>
  )
}

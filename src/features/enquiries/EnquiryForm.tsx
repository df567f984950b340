import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import type { RowOf } from '#web/data/answers.ts'
import { useAnswer } from '#web/data/answers.ts'
import * as m from '#texts'
import { useMay } from '#web/frame/me.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { listSchools } from '../centre/schools.schema.ts'
import { findEnquirers, registerEnquiry } from './enquiries.schema.ts'
import { wayWords, ways } from '../guidance/ways.table.ts'
import { fieldCodes, fields } from './enquiry-words.table.ts'

type Found = RowOf<typeof findEnquirers>

/** Found among companies by those who know them; what is typed stays when none is pressed. */
const CompanyFound = ({ typed, onFound }: { typed: string; onFound: (found: Found) => void }) => {
  const q = useDeferredValue(typed.trim())
  const { data } = useAnswer(findEnquirers, { query: { q } }, { when: q.length >= 3 })
  if (q.length < 3 || !data) return null
  return (
    <ul className="enquiries-found" aria-label={m.enquiries_found()}>
      {data.rows.map((found) => (
        <li key={found.id}>
          <button type="button" onClick={() => onFound(found)}>
            <b>{found.name}</b>{' '}
            <span className="tov-dim">{[found.town, inPairs(found.cvr)].filter(Boolean).join(', ')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const receiptWords = ({
  to,
  dueOn,
  confirmed,
}: {
  to: { kind: string; name: string }
  dueOn: string
  confirmed: boolean
}) => {
  const who = to.kind === 'centre' ? m.enquiries_the_coordinator() : to.name
  const said = m.enquiries_said_received({ who, date: saysDate(dueOn) })
  return confirmed ? `${said} ${m.enquiries_said_confirmed()}` : said
}

type Form = ReturnType<typeof useEnquiryForm>
const useEnquiryForm = (onDone: () => void) =>
  useContractForm(registerEnquiry, {
    initial: {
      ...{ way: 'phone', companyId: null, company: '', number: '', name: '', phone: '', email: '' },
      ...{ matter: '', field: null, wanted: '', schoolId: null },
    },
    says: receiptWords,
    onDone,
  })

/** Which company: found, or its name and number as they were said. */
const Company = ({ form }: { form: Form }) => {
  const knows = useMay()(findEnquirers)
  const [found, setFound] = useState<Found>()
  const choose = (one: Found | undefined) => {
    setFound(one)
    form.set('companyId', one?.id ?? null)
    form.set('company', one?.name ?? '')
  }
  if (found)
    return (
      <p className="enquiries-chosen">
        <b>{found.name}</b> <span className="tov-dim">{found.town}</span>{' '}
        <button type="button" className="tov-text-button" onClick={() => choose(undefined)}>
          {m.enquiries_another()}
        </button>
      </p>
    )
  return (
    <>
      <TextInput label={m.enquiries_company()} maxLength={200} data-autofocus {...form.field('company')} />
      {knows && <CompanyFound typed={form.values.company ?? ''} onFound={choose} />}
      <TextInput
        label={m.enquiries_number()}
        description={m.enquiries_number_hint()}
        maxLength={40}
        {...form.field('number')}
      />
    </>
  )
}

/** What it is about, and whom they asked for: by that it finds its way when nobody has the company. */
const Wanted = ({ form }: { form: Form }) => {
  const schools = useAnswer(listSchools).data?.rows ?? []
  return (
    <>
      <div className="enquiries-pair">
        <NativeSelect
          label={m.enquiries_field()}
          data={[
            { value: '', label: m.enquiries_field_unknown() },
            ...fieldCodes.map((value) => ({ value, label: fields[value]() })),
          ]}
          value={form.values.field ?? ''}
          onChange={(event) => form.set('field', event.currentTarget.value || null)}
        />
        <NativeSelect
          label={m.enquiries_wanted_school()}
          data={[
            { value: '', label: m.enquiries_wanted_none() },
            ...schools.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={form.values.schoolId ?? ''}
          onChange={(event) =>
            form.set('schoolId', event.currentTarget.value ? Number(event.currentTarget.value) : null)
          }
        />
      </div>
      <TextInput label={m.enquiries_wanted()} maxLength={120} {...form.field('wanted')} />
    </>
  )
}

/** Who, how, about what, and whom they asked for: in half a minute, on the phone with them. */
export const EnquiryForm = ({ onDone }: { onDone: () => void }) => {
  const form = useEnquiryForm(onDone)
  return (
    <ContractForm of={form} label={m.enquiries_title_new()}>
      <Choices
        label={m.guidance_way()}
        value={ways.find((one) => one === form.values.way) ?? 'phone'}
        options={ways.map((value) => ({ value, label: wayWords[value]() }))}
        onChange={(way) => form.set('way', way)}
      />
      <Company form={form} />
      <div className="enquiries-pair">
        <TextInput label={m.enquiries_name()} maxLength={120} {...form.field('name')} />
        <TextInput label={m.enquiries_phone()} type="tel" maxLength={40} {...form.field('phone')} />
      </div>
      <TextInput
        label={m.enquiries_email()}
        description={m.enquiries_email_hint()}
        inputMode="email"
        {...form.field('email')}
      />
      <Textarea label={m.enquiries_matter()} autosize minRows={2} maxLength={1000} {...form.field('matter')} />
      <Wanted form={form} />
      <div className="tov-form-foot">
        <SendButton of={form}>{m.enquiries_register()}</SendButton>
        <Button variant="subtle" onClick={onDone}>
          {m.web_no_thanks()}
        </Button>
      </div>
    </ContractForm>
  )
}

import { Textarea, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { looksLikeAPerson } from '#platform/text/looks-like-a-person.shared'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { fieldCodes, fields } from '../enquiries/enquiry-words.table.ts'
import { showStand, writeFromStand } from './stands.schema.ts'

const choices = [
  { value: '', label: m.stands_form_any() },
  ...fieldCodes.map((value) => ({ value, label: fields[value]() })),
]
const StandForm = ({ token, onSent }: { token: string; onSent: () => void }) => {
  const form = useContractForm(writeFromStand, {
    initial: { company: '', number: '', name: '', phone: '', email: '', matter: '', field: null },
    with: { params: { token } },
    onDone: onSent,
  })
  const matter = form.values.matter ?? ''
  const person = looksLikeAPerson(matter, form.values.company ?? '')
  return (
    <ContractForm of={form} label={m.stands_form_title()}>
      <TextInput label={m.stands_form_company()} maxLength={200} {...form.field('company')} />
      <TextInput
        label={m.stands_form_number()}
        description={m.stands_form_number_hint()}
        maxLength={40}
        {...form.field('number')}
      />
      <TextInput label={m.stands_form_name()} maxLength={120} autoComplete="name" {...form.field('name')} />
      <TextInput
        label={m.stands_form_phone()}
        maxLength={40}
        inputMode="tel"
        autoComplete="tel"
        {...form.field('phone')}
      />
      <TextInput label={m.stands_form_email()} inputMode="email" autoComplete="email" {...form.field('email')} />
      <Dropdown
        label={m.stands_form_field()}
        data={choices}
        value={form.values.field ?? ''}
        onChange={(field) => form.set('field', field === '' ? null : field)}
      />
      <Textarea
        label={m.stands_form_matter()}
        description={person ? m.stands_form_person() : m.stands_form_matter_hint()}
        maxLength={1000}
        autosize
        minRows={3}
        {...form.field('matter')}
      />
      <SendButton of={form}>{m.stands_form_send()}</SendButton>
    </ContractForm>
  )
}

/** What a company wants to talk about, written at our stand. */
export default () => {
  const { token } = useParams({ from: '/stand/$token' })
  const { data, error, isPending } = useAnswer(showStand, { params: { token } })
  const [sent, setSent] = useState(false)
  if (isPending) return null
  if (!data)
    return (
      <PlainFrame name="Tovholder" title={m.stands_gone()}>
        <EmptyState title={m.stands_gone()}>
          {error?.code === 'link-revoked' ? m.stands_gone_text() : (error?.title ?? m.web_failed())}
        </EmptyState>
      </PlainFrame>
    )
  return (
    <PlainFrame name={data.centre} title={m.stands_form_title()} subtitle={data.title}>
      {sent ? (
        <EmptyState title={m.stands_sent()}>{m.stands_sent_text()}</EmptyState>
      ) : (
        <StandForm token={token} onSent={() => setSent(true)} />
      )}
    </PlainFrame>
  )
}

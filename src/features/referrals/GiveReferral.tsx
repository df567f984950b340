import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import type { AnswerOf } from '#platform/endpoint'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { today } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { findEnquirers } from '../enquiries/enquiries.schema.ts'
import { educationCodes, topicName } from '../visits/topics.table.ts'
import { ReceiverPick } from './ReceiverPick.tsx'
import { giveReferral, showReferralForm, undoGiving } from './referrals.schema.ts'
import { hintOf, whomOf } from './referral-words.tsx'
import './referrals.css'

type Known = AnswerOf<typeof showReferralForm>
type Props = {
  companyId: number
  /** The report it came of, and the need as it stands there. */
  of?: { visitId: number; words: string; field: string | null } | undefined
  onDone: (id: number) => void
  onStop: () => void
}

type Made = ReturnType<typeof useReferral>
const useReferral = ({ companyId, of, onDone }: Props, { hearBy }: Known) =>
  useContractForm(giveReferral, {
    initial: {
      ...{ companyId, toId: null, schoolId: null, words: of?.words ?? '', field: of?.field ?? null },
      ...{ contactId: null, visitId: of?.visitId ?? null, hearBy },
    },
    draft: `referral-${companyId}`,
    says: (answer) => m.referrals_said_given({ to: whomOf(answer) }),
    undo:
      ({ id }) =>
      () =>
        call(undoGiving, { params: { id } }),
    onDone: ({ id }) => onDone(id),
  })

/** Whom it is asked of, and by when the company was told that it would hear. */
const Asked = ({ form, known }: { form: Made; known: Known }) => {
  const { toId, schoolId } = form.values
  return (
    <>
      <ReceiverPick
        among={known}
        chosen={{ toId: Number(toId) || null, schoolId: Number(schoolId) || null }}
        error={form.field('toId').error ?? form.field('schoolId').error}
        onChoose={(to) => {
          form.set('toId', to.toId)
          form.set('schoolId', to.schoolId)
        }}
      />
      <DateField
        label={m.referrals_hear_by_label()}
        description={m.referrals_hear_by_hint({ days: known.days })}
        min={today()}
        {...form.field('hearBy')}
      />
    </>
  )
}

/** What they said, what it is about, and whom to talk with there. */
const Matter = ({ form, known: { company, contacts } }: { form: Made; known: Known }) => (
  <>
    <Textarea
      label={
        <>
          {m.referrals_words_label()} <VisibilityMark who={whoReads.referral} />
        </>
      }
      description={hintOf(form.values.words ?? '', company) ?? m.referrals_words_hint()}
      autosize
      minRows={3}
      maxLength={1000}
      {...form.field('words')}
    />
    <NativeSelect
      label={m.referrals_field_label()}
      data={[
        { value: '', label: m.referrals_field_none() },
        ...educationCodes.map((code) => ({ value: code, label: topicName(code, getLocale()) })),
      ]}
      value={form.values.field ?? ''}
      onChange={(event) => form.set('field', event.currentTarget.value || null)}
    />
    {contacts.length > 0 && (
      <NativeSelect
        label={m.referrals_contact_label()}
        data={[
          { value: '', label: m.referrals_contact_none() },
          ...contacts.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={String(form.values.contactId ?? '')}
        onChange={(event) => form.set('contactId', Number(event.currentTarget.value) || null)}
      />
    )}
  </>
)

const Form = ({ known, ...props }: Props & { known: Known }) => {
  const form = useReferral(props, known)
  return (
    <div {...useOpened(props.onStop)}>
      <ContractForm of={form} label={m.referrals_give_to({ company: known.company })}>
        <p>
          <b>{known.company}</b>
        </p>
        <Matter form={form} known={known} />
        <Asked form={form} known={known} />
        <div className="tov-form-foot">
          <SendButton of={form} variant="default">
            {m.referrals_give()}
          </SendButton>
          <Button variant="subtle" onClick={props.onStop}>
            {m.referrals_stop()}
          </Button>
        </div>
      </ContractForm>
    </div>
  )
}

/** Who is asked, what they said, and by when they were told that they would hear. */
export const GiveReferral = (props: Props) => {
  const { data, error } = useAnswer(showReferralForm, { params: { companyId: props.companyId } })
  if (error) return <p>{error.title}</p>
  return data ? <Form {...props} known={data} key={props.companyId} /> : null
}

/** Which company it is about, by name, number or phone. */
export const FindCompany = ({ onFound, onStop }: { onFound: (id: number) => void; onStop: () => void }) => {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data } = useAnswer(findEnquirers, { query: { q } }, { when: q.length >= 3 })
  return (
    <div {...useOpened(onStop)} className="referrals-one">
      <TextInput
        label={m.referrals_company_label()}
        description={m.referrals_company_hint()}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className="referrals-found">
        {(q.length >= 3 ? (data?.rows ?? []) : []).map(({ id, name, town }) => (
          <li key={id}>
            <button type="button" onClick={() => onFound(id)}>
              <b>{name}</b> <span className="tov-dim">{town}</span>
            </button>
          </li>
        ))}
      </ul>
      {q.length >= 3 && data?.rows.length === 0 && <p className="tov-dim">{m.referrals_company_none()}</p>}
    </div>
  )
}

import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import * as m from '#texts'
import { basisKinds, recordBasis } from './basis.schema.ts'
import { channels } from './hindrance.schema.ts'
import { giveWait, liftWait, type listWaits, undoLift } from './waits.schema.ts'
import type { RowOf } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { today } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'

export type Wait = RowOf<typeof listWaits>

export const LiftForm = ({ wait, onDone }: { wait: Wait; onDone: () => void }) => {
  const form = useContractForm(liftWait, {
    initial: { why: '' },
    with: { params: { id: wait.id } },
    says: () => m.may_contact_lifted(),
    undo: () => () => call(undoLift, { params: { id: wait.id } }),
    onDone,
  })
  return (
    <ContractForm of={form}>
      <Textarea label={m.may_contact_lift_why()} autosize minRows={2} {...form.field('why')} />
      <SendButton of={form} variant="default">
        {m.may_contact_lift()}
      </SendButton>
    </ContractForm>
  )
}

/** `apart`: the workplaces answer each for themselves, so it is asked whether all of them are meant. */
export const WaitForm = ({ id, apart, onDone }: { id: number; apart: boolean; onDone: () => void }) => {
  const form = useContractForm(giveWait, {
    initial: { reason: 'later', words: '', wholeCompany: false },
    with: { params: { companyId: id } },
    says: () => m.may_contact_wait_given(),
    onDone,
  })
  const options = [
    { value: 'later', label: m.may_contact_wait_later() },
    { value: 'not-interested', label: m.may_contact_wait_not_interested() },
    { value: 'do-not-contact', label: m.may_contact_wait_never() },
  ]
  return (
    <ContractForm of={form}>
      <NativeSelect label={m.may_contact_wait_what()} data={options} {...form.field('reason')} />
      <Textarea label={m.may_contact_wait_their_words()} autosize minRows={2} {...form.field('words')} />
      {apart && (
        <Checkbox
          label={m.may_contact_whole()}
          description={m.may_contact_whole_help()}
          {...form.field('wholeCompany', 'checkbox')}
        />
      )}
      <SendButton of={form} variant="default">
        {m.may_contact_wait_set()}
      </SendButton>
    </ContractForm>
  )
}

const words: Record<(typeof basisKinds)[number], () => string> = {
  'own-enquiry': m.may_contact_basis_is_own_enquiry,
  consent: m.may_contact_basis_is_consent,
  'legal-task': m.may_contact_basis_is_legal_task,
}
export const basisWord = (basis: (typeof basisKinds)[number]) => words[basis]()

const channelWords: Record<(typeof channels)[number], () => string> = {
  phone: m.may_contact_by_phone,
  visit: m.may_contact_by_visit,
  mail: m.may_contact_by_mail,
}
export const channelWord = (channel: (typeof channels)[number]) => channelWords[channel]()

type Props = { id: number; isWorkplace: boolean; onDone: () => void }
/** Who said it, how and when; for one way of contact, and for the whole company unless it is said of this workplace alone. */
export const BasisForm = ({ id, isWorkplace, onDone }: Props) => {
  const form = useContractForm(recordBasis, {
    initial: { basis: 'consent', note: '', channel: 'phone', here: false, givenOn: today() },
    with: { params: { id } },
    says: () => m.may_contact_basis_recorded(),
    onDone,
  })
  const options = basisKinds.map((value) => ({ value, label: basisWord(value) }))
  return (
    <ContractForm of={form}>
      <NativeSelect label={m.may_contact_basis()} data={options} {...form.field('basis')} />
      <NativeSelect
        label={m.may_contact_basis_channel()}
        data={channels.map((value) => ({ value, label: channelWord(value) }))}
        {...form.field('channel')}
      />
      {isWorkplace && <Checkbox label={m.may_contact_basis_here()} {...form.field('here', 'checkbox')} />}
      <DateField label={m.may_contact_basis_given()} {...form.field('givenOn')} />
      <Textarea
        label={m.may_contact_basis_note()}
        description={m.may_contact_basis_note_hint()}
        autosize
        minRows={2}
        {...form.field('note')}
      />
      <SendButton of={form} variant="default">
        {m.may_contact_basis_record()}
      </SendButton>
    </ContractForm>
  )
}

import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import * as m from '#texts'
import { giveWait, liftWait, type listWaits, undoLift } from './waits.schema.ts'
import type { RowOf } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
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

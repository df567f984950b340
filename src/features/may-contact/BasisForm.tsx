import { NativeSelect, Textarea } from '@mantine/core'
import * as m from '#texts'
import { basisKinds, recordBasis } from './basis.schema.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'

const words: Record<(typeof basisKinds)[number], () => string> = {
  'own-enquiry': m.may_contact_basis_is_own_enquiry,
  consent: m.may_contact_basis_is_consent,
  'legal-task': m.may_contact_basis_is_legal_task,
}
export const basisWord = (basis: (typeof basisKinds)[number]) => words[basis]()

export const BasisForm = ({ id, onDone }: { id: number; onDone: () => void }) => {
  const form = useContractForm(recordBasis, {
    initial: { basis: 'consent', note: '' },
    with: { params: { id } },
    says: () => m.may_contact_basis_recorded(),
    onDone,
  })
  const options = basisKinds.map((value) => ({ value, label: basisWord(value) }))
  return (
    <ContractForm of={form}>
      <NativeSelect label={m.may_contact_basis()} data={options} {...form.field('basis')} />
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

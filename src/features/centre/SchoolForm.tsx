import { NativeSelect, TextInput } from '@mantine/core'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { addSchool, schoolKinds } from './schools.schema.ts'
import { kindName } from './school-kinds.table.tsx'

/** A school joins the centre. */
export const SchoolForm = () => {
  const form = useContractForm(addSchool, {
    initial: { name: '', kind: 'technical', institution: '', municipality: '', mailDomain: '' },
    draft: 'school',
    says: (school) => m.centre_school_added({ name: school.name }),
    again: true,
  })
  return (
    <Card title={m.centre_school_add()}>
      <ContractForm of={form} label={m.centre_school_add()}>
        <TextInput label={m.centre_school_name()} {...form.field('name')} />
        <NativeSelect
          label={m.centre_school_kind()}
          data={schoolKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
          {...form.field('kind')}
        />
        <TextInput
          label={m.centre_school_institution()}
          description={m.centre_school_institution_hint()}
          inputMode="numeric"
          {...form.field('institution')}
        />
        <TextInput
          label={m.centre_school_municipality()}
          description={m.centre_school_municipality_hint()}
          inputMode="numeric"
          {...form.field('municipality')}
        />
        <TextInput
          label={m.centre_school_domain()}
          description={m.centre_school_domain_hint()}
          placeholder="skolen.dk"
          {...form.field('mailDomain')}
        />
        <SendButton of={form}>{m.centre_school_add()}</SendButton>
      </ContractForm>
    </Card>
  )
}

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { municipalities } from '../official-codes/municipalities.table.ts'
import { addSchool, changeSchool, listSchools, removeSchool, schoolKinds } from './schools.schema.ts'
import { kindName } from './school-kinds.table.tsx'
import './centre.css'

type School = RowOf<typeof listSchools>
const places = municipalities
  .map(({ code, name }) => ({ value: String(code), label: name }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'da'))

type FieldName = 'name' | 'kind' | 'institution' | 'municipality' | 'address' | 'mailDomain'
type Form = {
  values: { kind?: unknown }
  set: (name: 'kind', value: string) => void
  field: (name: FieldName) => object
}

/** From the list, those that the centre's schools are already, or in a word of one's own. */
const KindFields = ({ of: form }: { of: Form }) => {
  const { data } = useAnswer(listSchools)
  const kinds = [...new Set<string>([...schoolKinds, ...(data?.rows ?? []).map(({ kind }) => kind)])]
  const typed = typeof form.values.kind === 'string' ? form.values.kind : ''
  const [own, setOwn] = useState(false)
  return (
    <>
      <NativeSelect
        label={m.centre_school_kind()}
        data={[
          ...kinds.map((kind) => ({ value: kind, label: kindName(kind) })),
          { value: '', label: m.centre_school_kind_own() },
        ]}
        value={own ? '' : typed}
        onChange={(event) => {
          const { value } = event.currentTarget
          setOwn(value === '')
          form.set('kind', value)
        }}
      />
      {own && <TextInput label={m.centre_school_kind_word()} maxLength={60} {...form.field('kind')} />}
    </>
  )
}

const Fields = ({ of: form }: { of: Form }) => (
  <>
    <TextInput label={m.centre_school_name()} {...form.field('name')} />
    <KindFields of={form} />
    <NativeSelect
      label={m.centre_school_municipality()}
      description={m.centre_school_municipality_hint()}
      data={[{ value: '', label: m.centre_school_municipality_none() }, ...places]}
      {...form.field('municipality')}
    />
    <TextInput label={m.centre_school_address()} {...form.field('address')} />
    <TextInput
      label={m.centre_school_institution()}
      description={m.centre_school_institution_hint()}
      {...form.field('institution')}
    />
    <TextInput
      label={m.centre_school_domain()}
      description={m.centre_school_domain_hint()}
      placeholder="skolen.dk"
      {...form.field('mailDomain')}
    />
  </>
)

/** A school joins the centre. */
export const SchoolForm = () => {
  const form = useContractForm(addSchool, {
    initial: { name: '', kind: 'technical', institution: '', municipality: '', address: '', mailDomain: '' },
    draft: 'school',
    says: (school) => m.centre_school_added({ name: school.name }),
    again: true,
  })
  return (
    <Card title={m.centre_school_add()}>
      <ContractForm of={form} label={m.centre_school_add()}>
        <Fields of={form} />
        <SendButton of={form}>{m.centre_school_add()}</SendButton>
      </ContractForm>
    </Card>
  )
}

/** All of it in a line, where somebody has saved another meanwhile. */
const saysAll = ({ name, kind, institution, municipality, address, mailDomain }: Record<string, unknown>) =>
  [
    name,
    typeof kind === 'string' && kindName(kind),
    institution,
    places.find(({ value }) => value === String(municipality))?.label,
    ...[address, mailDomain],
  ]
    .filter(Boolean)
    .join(', ')

/** What stands of a school, put right; or the school taken away, as long as nothing hangs on it. */
export const ChangeSchool = ({ school, onClose }: { school: School; onClose: () => void }) => {
  const { id, name, kind, institution, municipality, address, mailDomain } = school
  const [removing, setRemoving] = useState(false)
  const form = useContractForm(changeSchool, {
    initial: {
      ...{ name, kind, institution: institution ?? '', address: address ?? '', mailDomain: mailDomain ?? '' },
      municipality: municipality === null ? '' : String(municipality),
    },
    with: { params: { id } },
    over: {
      seen: { name, kind, institution, municipality, address, mailDomain },
      says: saysAll,
    },
    says: (after) => m.centre_school_changed({ name: after.name }),
    onDone: onClose,
  })
  const remove = useAct(removeSchool, { says: () => m.centre_school_removed({ name }), onDone: onClose })
  return (
    <Dialog title={m.centre_school_change_which({ name })} onClose={onClose}>
      <ContractForm of={form} label={m.centre_school_change_which({ name })}>
        <Fields of={form} />
        <div className="tov-dialog-foot">
          <Button onClick={() => setRemoving(true)}>{m.centre_school_remove()}</Button>
          <SendButton of={form}>{m.centre_school_save()}</SendButton>
        </div>
      </ContractForm>
      <Ask
        open={removing}
        title={m.centre_school_remove_title({ name })}
        yes={m.centre_school_remove()}
        onYes={() => void remove.run({ params: { id } })}
        onClose={() => setRemoving(false)}
      >
        {m.centre_school_remove_text()}
      </Ask>
    </Dialog>
  )
}

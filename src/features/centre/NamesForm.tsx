import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { touch, useAnswer } from '#web/data/answers.ts'
import { ourRoleName } from '#web/frame/role-names.ts'
import { Card } from '#web/parts/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { changeNames, showNames } from './names.schema.ts'
import { roles, sitsOnCouncil } from './roles.ts'
import { listSchools } from './schools.schema.ts'
import './centre.css'

type Names = AnswerOf<typeof showNames>

type RoleForm = { field: (name: `roles.${(typeof roles)[number]}`) => object }
const RoleWords = ({ of: form, council }: { of: RoleForm; council: boolean }) => (
  <Card title={m.centre_names_roles()}>
    <p className="centre-lead">{m.centre_names_roles_text()}</p>
    <div className="centre-role-names">
      {roles
        .filter((role) => council || !sitsOnCouncil(role))
        .map((role) => (
          <TextInput key={role} label={ourRoleName(role)} {...form.field(`roles.${role}`)} />
        ))}
    </div>
  </Card>
)

const Fields = ({ names }: { names: Names }) => {
  const schools = useAnswer(listSchools)
  const form = useContractForm(changeNames, {
    initial: {
      ...names,
      councilName: names.councilName ?? '',
      host: names.host ?? '',
      hostSchoolId: names.hostSchoolId === null ? '' : String(names.hostSchoolId),
      roles: Object.fromEntries(roles.map((role) => [role, names.roles[role] ?? ''])),
    },
    // The frame and every choice of roles say them; what only live updates told them would stand in old words for a moment.
    onDone: () => touch('/api/me'),
    says: () => m.centre_names_saved(),
  })
  const council = form.values.hasCouncil === true
  return (
    <ContractForm of={form} label={m.centre_names()}>
      <div className="centre-name-cards">
        <Card title={m.centre_names()}>
          <p className="centre-lead">{m.centre_names_text()}</p>
          <div className="centre-names">
            <TextInput label={m.centre_names_centre()} {...form.field('centre')} />
            <Checkbox
              label={m.centre_names_has_council()}
              description={m.centre_names_has_council_text()}
              {...form.field('hasCouncil', 'checkbox')}
            />
            {council && (
              <TextInput
                label={m.centre_names_council()}
                placeholder={m.centre_word_council()}
                {...form.field('councilName')}
              />
            )}
            <NativeSelect
              label={m.centre_names_host_school()}
              data={[
                { value: '', label: m.centre_names_host_none() },
                ...(schools.data?.rows ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
              {...form.field('hostSchoolId')}
            />
            <TextInput label={m.centre_names_host()} placeholder={m.centre_word_host()} {...form.field('host')} />
          </div>
        </Card>
        <RoleWords of={form} council={council} />
      </div>
      <div className="tov-form-foot">
        <SendButton of={form}>{m.centre_names_save()}</SendButton>
      </div>
    </ContractForm>
  )
}

/** What the centre calls things; where it says nothing, our words stand. */
export const NamesForm = () => {
  const { data } = useAnswer(showNames)
  return data ? <Fields key={JSON.stringify(data)} names={data} /> : null
}

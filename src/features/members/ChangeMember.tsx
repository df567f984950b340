import { NativeSelect, TextInput } from '@mantine/core'
import * as m from '#texts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { sayProblem } from '#web/data/notices.ts'
import { useMe } from '#web/frame/me.ts'
import { roleName, rolesHere } from '#web/frame/role-names.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { OpenEnds } from '#web/parts/OpenEnds.tsx'
import { grantable, needsSchool, type Role, roles, schoolRoles } from '../centre/roles.ts'
import { listSchools } from '../centre/schools.schema.ts'
import { changeMember, type listMembers, showMemberChange } from './members.schema.ts'
import './members.css'

type Member = RowOf<typeof listMembers>
type Chosen = { role: Member['role']; schoolId: number | null }
const isSame = (member: Member, { role, schoolId }: Chosen) =>
  role === member.role && schoolId === (member.school?.id ?? null)

/** Before it is pressed: what becomes of it. */
const Outcome = ({ member, chosen }: { member: Member; chosen: Chosen }) => {
  const { role, schoolId } = chosen
  const query = { role, ...(schoolId !== null && { schoolId }) }
  const { data } = useAnswer(
    showMemberChange,
    { params: { id: member.id }, query },
    { when: !isSame(member, chosen), keep: true },
  )
  if (!data || isSame(member, chosen)) return null
  return (
    <div className="members-outcome" role="status">
      {data.signsOut && <p>{m.members_change_signs_out()}</p>}
      {data.waits && <p>{m.members_change_waits()}</p>}
      <OpenEnds said={data.said} />
      {data.said.length > 0 && <p>{m.members_change_open()}</p>}
    </div>
  )
}

/** Who gives places at the own school alone has no other to choose. */
export const ownSchoolOf = ({ role, school }: Pick<ReturnType<typeof useMe>, 'role' | 'school'>) =>
  grantable(role).every((one) => schoolRoles.includes(one)) ? school : null

type PlaceName = 'role' | 'schoolId'
type PlaceForm = {
  values: { [Name in PlaceName]?: unknown }
  set: (name: PlaceName, value: string) => void
  field: (name: PlaceName) => object
}
/** A role, and the school where one has it: for who is here and who is invited. A role of the centre forgets the school. */
export const PlaceFields = ({ of: form, choices }: { of: PlaceForm; choices: readonly Role[] }) => {
  const me = useMe()
  const schools = useAnswer(listSchools)
  const chosen = choices.find((one) => one === form.values.role)
  const none = chosen && needsSchool(chosen) ? m.members_invite_school() : m.members_change_own_school()
  return (
    <>
      <NativeSelect
        label={m.members_role()}
        data-autofocus
        data={choices.map((one) => ({ value: one, label: roleName(one) }))}
        {...form.field('role')}
        onChange={(event) => {
          const next = event.currentTarget.value
          form.set('role', next)
          if (!schoolRoles.some((one) => one === next)) form.set('schoolId', '')
        }}
      />
      {chosen && schoolRoles.includes(chosen) && !ownSchoolOf(me) && (
        <NativeSelect
          label={m.members_school()}
          data={[
            { value: '', label: none },
            ...(schools.data?.rows ?? []).map((school) => ({ value: String(school.id), label: school.name })),
          ]}
          {...form.field('schoolId')}
        />
      )}
    </>
  )
}

const Fields = ({ member, onDone }: { member: Member; onDone: () => void }) => {
  const me = useMe()
  const { name, role } = member
  const schoolId = member.school?.id ?? null
  const form = useContractForm(changeMember, {
    initial: { name, role, schoolId: schoolId === null ? '' : String(schoolId), seen: { name, role, schoolId } },
    with: { params: { id: member.id } },
    says: (_, { body }) => m.members_changed({ name: body.name }),
    onDone,
    // The row beneath is read again and shows what he is now: the form begins from there.
    onProblem: (problem) => problem.code === 'changed-meanwhile' && (sayProblem(problem.title), true),
  })
  const mine = rolesHere(grantable(me.role))
  const choices = roles.filter((one) => one === role || mine.includes(one))
  const chosen = {
    role: choices.find((one) => one === form.values.role) ?? role,
    schoolId: form.values.schoolId === '' ? null : Number(form.values.schoolId),
  }
  return (
    <ContractForm of={form} label={m.members_change_title({ name })}>
      <TextInput label={m.members_name()} {...form.field('name')} />
      <PlaceFields of={form} choices={choices} />
      <Outcome member={member} chosen={chosen} />
      <SendButton of={form}>{m.members_change_save()}</SendButton>
    </ContractForm>
  )
}

/** Another role, another school, or the name as it is spelt, for someone who is here. */
export const ChangeMember = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const school = member.school?.name ?? m.members_centre()
  return (
    <Dialog title={m.members_change_title({ name: member.name })} onClose={onClose}>
      <p className="tov-dim">{m.members_change_now({ role: roleName(member.role), school })}</p>
      <Fields key={`${member.name} ${member.role} ${school}`} member={member} onDone={onClose} />
    </Dialog>
  )
}

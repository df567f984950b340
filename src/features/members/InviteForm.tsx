import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { roleName } from '#web/frame/role-names.ts'
import { useMe } from '#web/frame/me.ts'
import { InvitationLink } from './Invitations.tsx'
import { invite } from './members.schema.ts'
import { type listSchools } from '../centre/schools.schema.ts'
import { grantable, schoolRoles, usualRole } from '../centre/roles.ts'

type School = AnswerOf<typeof listSchools>['rows'][number]
const needsSchool = (role: unknown) => schoolRoles.some((one) => one === role)

/** Invite by e-mail: the person chooses a password by a link that can be used once. */
export const InviteForm = ({ schools }: { schools: readonly School[] }) => {
  const [handed, setHanded] = useState<{ name: string; url: string }>()
  const me = useMe()
  const mine = grantable(me.role)
  const own = mine.every(needsSchool) && me.school
  const form = useContractForm(invite, {
    initial: { name: '', email: '', role: usualRole, schoolId: own ? String(own.id) : '', phone: '', title: '' },
    draft: 'invite',
    says: ({ name, email, url }) => (url === null ? m.members_invited({ email }) : m.members_invited_by_hand({ name })),
    again: true,
    onDone: ({ name, url }) => setHanded(url === null ? undefined : { name, url }),
  })
  const first = form.values.name?.split(' ')[0]
  return (
    <Card title={m.members_invite_title()}>
      <ContractForm of={form} label={m.members_invite_title()}>
        <TextInput label={m.members_invite_name()} {...form.field('name')} />
        <TextInput type="email" label={m.members_email()} {...form.field('email')} />
        <NativeSelect
          label={m.members_role()}
          data={mine.map((role) => ({ value: role, label: roleName(role) }))}
          {...form.field('role')}
        />
        {needsSchool(form.values.role) && !own && (
          <NativeSelect
            label={m.members_school()}
            data={[
              { value: '', label: m.members_invite_school() },
              ...schools.map((school) => ({ value: String(school.id), label: school.name })),
            ]}
            {...form.field('schoolId')}
          />
        )}
        <TextInput label={m.members_invite_job()} {...form.field('title')} />
        <TextInput type="tel" label={m.members_invite_phone()} {...form.field('phone')} />
        <SendButton of={form}>{first ? m.members_invite_send_to({ name: first }) : m.members_invite_send()}</SendButton>
      </ContractForm>
      {handed && <InvitationLink {...handed} />}
    </Card>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { ShownOnce } from '#web/parts/ShownOnce.tsx'
import { useMe } from '#web/frame/me.ts'
import { roleName } from '#web/frame/role-names.ts'
import { grantable, usualRole } from '../centre/roles.ts'
import { ownSchoolOf, PlaceFields } from './ChangeMember.tsx'
import { invite, listInvitations, sendInvitationAgain, withdrawInvitation } from './members.schema.ts'
import './members.css'

type Invitation = RowOf<typeof listInvitations>

/** Where there is no mail server: the link to hand over, shown once to who invited. */
export const InvitationLink = ({ name, url }: { name: string; url: string }) => (
  <ShownOnce
    title={m.members_invitation_once({ name })}
    secret={url}
    copy={m.members_invitation_copy()}
    copied={m.members_invitation_copied()}
  />
)

const Line = ({ one, again, withdraw }: { one: Invitation; again: () => void; withdraw: () => void }) => (
  <li>
    <b>{one.name}</b>
    <span>{[roleName(one.role), one.school, one.email].filter(Boolean).join(' · ')}</span>
    <span>{m.members_invitation_expires({ date: saysDate(one.expiresAt) })}</span>
    <span className="members-invitation-acts">
      <Button size="xs" onClick={again} aria-label={m.members_invitation_again_which({ name: one.name })}>
        {m.members_invitation_again()}
      </Button>
      <Button size="xs" onClick={withdraw} aria-label={m.members_invitation_withdraw_which({ name: one.name })}>
        {m.members_invitation_withdraw()}
      </Button>
    </span>
  </li>
)

/** Invitations nobody has answered yet: each can be sent again, or withdrawn. */
export const Invitations = () => {
  const { data } = useAnswer(listInvitations)
  const [ending, setEnding] = useState<Invitation>()
  const [handed, setHanded] = useState<{ name: string; url: string }>()
  const again = useAct(sendInvitationAgain, {
    says: ({ name, url }) => (url === null ? m.members_invitation_sent_again : m.members_invitation_anew)({ name }),
    onDone: ({ name, url }) => setHanded(url === null ? undefined : { name, url }),
  })
  const name = ending?.name ?? ''
  const withdraw = useAct(withdrawInvitation, { says: () => m.members_invitation_withdrawn({ name }) })
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={m.members_invitations_title()}>
      <ul className="members-lines">
        {data.rows.map((one) => (
          <Line
            key={one.id}
            one={one}
            again={() => void again.run({ params: { id: one.id } })}
            withdraw={() => setEnding(one)}
          />
        ))}
      </ul>
      {handed && <InvitationLink {...handed} />}
      <Ask
        open={ending !== undefined}
        title={m.members_invitation_withdraw_title({ name })}
        yes={m.members_invitation_withdraw()}
        onYes={() => ending && void withdraw.run({ params: { id: ending.id } })}
        onClose={() => setEnding(undefined)}
      >
        {m.members_invitation_withdraw_text()}
      </Ask>
    </Card>
  )
}

/** Invite by e-mail: the person chooses a password by a link that can be used once. */
export const InviteForm = () => {
  const [handed, setHanded] = useState<{ name: string; url: string }>()
  const me = useMe()
  const own = ownSchoolOf(me)
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
        <TextInput inputMode="email" label={m.members_email()} {...form.field('email')} />
        <PlaceFields of={form} choices={grantable(me.role)} />
        <TextInput label={m.members_invite_job()} {...form.field('title')} />
        <TextInput type="tel" label={m.members_invite_phone()} {...form.field('phone')} />
        <SendButton of={form}>{first ? m.members_invite_send_to({ name: first }) : m.members_invite_send()}</SendButton>
      </ContractForm>
      {handed && <InvitationLink {...handed} />}
    </Card>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { ShownOnce } from '#web/parts/ShownOnce.tsx'
import { useMe } from '#web/frame/me.ts'
import { roleName, rolesHere } from '#web/frame/role-names.ts'
import { grantable, usualRole } from '../centre/roles.ts'
import { ownSchoolOf, PlaceFields } from './ChangeMember.tsx'
import {
  invite,
  listInvitations,
  noteInvitationCopied,
  sendInvitationAgain,
  withdrawInvitation,
} from './members.schema.ts'
import './members.css'

type Invitation = RowOf<typeof listInvitations>

/** Where there is no mail server: the link to hand over, shown once to who invited. */
type Handed = { id: number; name: string; url: string }
export const InvitationLink = ({ id, name, url }: Handed) => {
  const note = useAct(noteInvitationCopied)
  return (
    <ShownOnce
      title={m.members_invitation_once({ name })}
      secret={url}
      copy={m.members_invitation_copy()}
      copied={m.members_invitation_copied()}
      onCopied={() => void note.run({ params: { id } })}
    />
  )
}

/** How far its link has come, where anything is known of it. */
const saysFar = ({ copiedAt, openedAt }: Invitation) => {
  if (openedAt !== null) return m.members_invitation_opened_at({ when: saysNearMoment(openedAt) })
  return copiedAt === null ? '' : m.members_invitation_copied_at({ when: saysNearMoment(copiedAt) })
}

type LineProps = { one: Invitation; again: () => void; withdraw: () => void }
const Line = ({ one, again, withdraw }: LineProps) => {
  const { mails } = useMe()
  const { name } = one
  const which = mails ? m.members_invitation_again_which : m.members_invitation_new_link_which
  return (
    <li>
      <b>{one.name}</b>
      <span>{[roleName(one.role), one.school, one.email].filter(Boolean).join(' · ')}</span>
      <span>
        {[saysFar(one), m.members_invitation_expires({ date: saysDate(one.expiresAt) })].filter(Boolean).join(' · ')}
      </span>
      <span className="members-invitation-acts">
        <Button size="xs" onClick={again} aria-label={which({ name })}>
          {mails ? m.members_invitation_again() : m.members_invitation_new_link()}
        </Button>
        <Button size="xs" onClick={withdraw} aria-label={m.members_invitation_withdraw_which({ name })}>
          {m.members_invitation_withdraw()}
        </Button>
      </span>
    </li>
  )
}

/** Invitations nobody has answered yet: each can be sent again, or withdrawn. */
export const Invitations = () => {
  const { data } = useAnswer(listInvitations)
  const [ending, setEnding] = useState<Invitation>()
  const [handed, setHanded] = useState<Handed>()
  const again = useAct(sendInvitationAgain, {
    says: ({ name, url }) => (url === null ? m.members_invitation_sent_again : m.members_invitation_anew)({ name }),
    onDone: ({ id, name, url }) => setHanded(url === null ? undefined : { id, name, url }),
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

/** What the address asks for: the role and the school that someone was found to be missing at. */
const useAskedFor = () => {
  const me = useMe()
  const { rolle, skole } = useSearch({ from: '/signed-in/framed/medlemmer' })
  const own = ownSchoolOf(me)
  const role = grantable(me.role).find((one) => one === rolle) ?? usualRole
  const schoolId = own ? String(own.id) : skole === undefined ? '' : String(skole)
  return { role, schoolId }
}
const sendWord = (mails: boolean, first: string | undefined) => {
  if (!first) return mails ? m.members_invite_send() : m.members_invite_make()
  return mails ? m.members_invite_send_to({ name: first }) : m.members_invite_make_for({ name: first })
}

/** Invite by e-mail: the person chooses a password by a link that can be used once. */
export const InviteForm = () => {
  const [handed, setHanded] = useState<Handed>()
  const me = useMe()
  const form = useContractForm(invite, {
    initial: { name: '', email: '', ...useAskedFor(), phone: '', title: '' },
    draft: 'invite',
    says: ({ name, email, url }) => (url === null ? m.members_invited({ email }) : m.members_invited_by_hand({ name })),
    again: true,
    onDone: ({ id, name, url }) => setHanded(url === null ? undefined : { id, name, url }),
  })
  const first = form.values.name?.split(' ')[0]
  return (
    <Card title={m.members_invite_title()}>
      <ContractForm of={form} label={m.members_invite_title()}>
        <TextInput label={m.members_invite_name()} {...form.field('name')} />
        <TextInput inputMode="email" label={m.members_email()} {...form.field('email')} />
        <PlaceFields of={form} choices={rolesHere(grantable(me.role))} />
        <TextInput label={m.members_invite_job()} {...form.field('title')} />
        <TextInput type="tel" label={m.members_invite_phone()} {...form.field('phone')} />
        <SendButton of={form}>{sendWord(me.mails, first)}</SendButton>
      </ContractForm>
      {handed && <InvitationLink {...handed} />}
    </Card>
  )
}

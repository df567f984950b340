import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { MailAddress } from '#web/parts/MailAddress.tsx'
import { Ask } from '#web/parts/Ask.tsx'
import { type Column, DataTable, type Listed } from '#web/parts/DataTable.tsx'
import { first, saysShort } from '#web/parts/dates.ts'
import { useAnswer } from '#web/data/answers.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Initials } from '#web/parts/Initials.tsx'
import { useMe } from '#web/frame/me.ts'
import { listOf } from '#web/parts/listed.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { OpenEnds } from '#web/parts/OpenEnds.tsx'
import { roleName } from '#web/frame/role-names.ts'
import { agreeToMember, endMembership, type listMembers, showMemberLooseEnds } from './members.schema.ts'
import { ChangeMember } from './ChangeMember.tsx'
import './members.css'

type Member = AnswerOf<typeof listMembers>['rows'][number]

/** A title that only says the role again is left out. */
const titleOf = ({ title, role }: Member) =>
  title && title.toLocaleLowerCase() !== roleName(role).toLocaleLowerCase() ? first(title) : null

const Who = ({ member }: { member: Member }) => (
  <span className="members-who">
    <Initials name={member.name} size={30} />
    <span>
      <b>{member.name}</b>
      {titleOf(member) && <span>{titleOf(member)}</span>}
    </span>
  </span>
)

type Acts = { leave: (member: Member) => void; change: (member: Member) => void; agree: (member: Member) => void }
const Access = ({ member, mine, leave, change, agree }: Acts & { member: Member; mine: number }) => {
  if (member.leftAt)
    return <span className="tov-dim tov-small">{m.members_left({ date: saysShort(member.leftAt) })}</span>
  const { name } = member
  return (
    <span className="members-acts">
      {member.can.agree && (
        <Button size="xs" variant="filled" onClick={() => agree(member)} aria-label={m.members_agree_who({ name })}>
          {m.members_agree()}
        </Button>
      )}
      {member.can.change && member.personId !== mine && (
        <Button size="xs" onClick={() => change(member)} aria-label={m.members_change_who({ name })}>
          {m.members_change()}
        </Button>
      )}
      {member.can.leave && member.personId !== mine && (
        <Button size="xs" onClick={() => leave(member)} aria-label={m.members_leave_who({ name })}>
          {m.members_leave()}
        </Button>
      )}
    </span>
  )
}
const columnsFor = (acts: Acts, mine: number): Column<Member>[] => [
  {
    key: 'name',
    title: m.members_name(),
    width: 'minmax(170px, 1.2fr)',
    cell: (member) => <Who member={member} />,
  },
  {
    key: 'role',
    title: m.members_role(),
    width: 'minmax(150px, 1fr)',
    phone: true,
    cell: (member) => (
      <>
        {roleName(member.role)}
        <br />
        <span className="tov-dim tov-small">{member.school?.name ?? m.members_centre()}</span>
        {member.schoolWaits && <StateTag tone="venter">{m.members_waits_for_leader()}</StateTag>}
      </>
    ),
  },
  {
    key: 'mail',
    title: m.members_reach(),
    width: 'minmax(200px, 1.4fr)',
    cell: (member) => (
      <span className="members-reach">
        <a className="tov-link" href={`mailto:${member.email}`}>
          <MailAddress of={member.email} />
        </a>
        {member.phone && (
          <a className="tov-link" href={`tel:${member.phone}`}>
            {member.phone}
          </a>
        )}
      </span>
    ),
  },
  {
    key: 'leave',
    title: m.members_access(),
    width: '184px',
    phone: true,
    right: true,
    cell: (member) => <Access member={member} mine={mine} {...acts} />,
  },
]

/** Who waits for my yes first, who has stopped last. */
const place = ({ can, leftAt }: Member) => (can.agree ? 0 : leftAt === null ? 1 : 2)

/** Everyone in the centre. */
export const MemberTable = ({
  members,
}: {
  members: { data: AnswerOf<typeof listMembers> | undefined } & Omit<Listed<Member>, 'rows'>
}) => {
  const me = useMe()
  const [leaving, setLeaving] = useState<Member>()
  const depart = useAct(endMembership, { says: () => m.members_departed({ name: leaving?.name ?? '' }) })
  const [changing, setChanging] = useState<number>()
  const nameOf = (id: unknown) => members.data?.rows.find((one) => one.id === id)?.name ?? ''
  const say = useAct(agreeToMember, { says: (_, { params }) => m.members_agreed({ name: nameOf(params.id) }) })
  const agree = (member: Member) => void say.run({ params: { id: member.id } })
  const left = useAnswer(showMemberLooseEnds, { params: { id: leaving?.id ?? 0 } }, { when: leaving !== undefined })
  const rows = (members.data?.rows ?? []).toSorted((a, b) => place(a) - place(b))
  const changed = rows.find(({ id, can }) => id === changing && can.change)
  return (
    <>
      <DataTable
        label={m.members_people()}
        list={listOf(members, rows)}
        columns={columnsFor({ leave: setLeaving, change: ({ id }) => setChanging(id), agree }, me.person.id)}
        rowKey={(member) => member.id}
        empty={
          <EmptyState inCard title={m.members_empty()}>
            {m.members_empty_text()}
          </EmptyState>
        }
      />
      {changed && <ChangeMember member={changed} onClose={() => setChanging(undefined)} />}
      <Ask
        open={leaving !== undefined}
        title={m.members_leave_title({ name: leaving?.name ?? '' })}
        yes={m.members_leave_yes()}
        onYes={() => leaving && void depart.run({ params: { id: leaving.id } })}
        onClose={() => setLeaving(undefined)}
      >
        {m.members_leave_text()}
        <OpenEnds said={left.data?.said} />
      </Ask>
    </>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/act.ts'
import { Ask } from '#web/Ask.tsx'
import { type Column, DataTable, type Listed } from '#web/DataTable.tsx'
import { saysShort } from '#web/dates.ts'
import { EmptyState } from '#web/EmptyState.tsx'
import { Initials } from '#web/Initials.tsx'
import { useMe } from '#web/me.ts'
import { listOf } from '#web/listed.ts'
import { roleName } from '#web/role-names.ts'
import { endMembership, type listMembers } from './members.schema.ts'
import './centre.css'

type Member = AnswerOf<typeof listMembers>['rows'][number]

const Who = ({ member }: { member: Member }) => (
  <span className="centre-who">
    <Initials name={member.name} size={30} />
    <span>
      <b>{member.name}</b>
      {member.title && <span>{member.title}</span>}
    </span>
  </span>
)

const columnsFor = (leave: (member: Member) => void, mine: number): Column<Member>[] => [
  {
    key: 'name',
    title: m.centre_member_name(),
    width: 'minmax(180px, 1.4fr)',
    cell: (member) => <Who member={member} />,
  },
  {
    key: 'role',
    title: m.centre_member_role(),
    width: 'minmax(150px, 1.2fr)',
    phone: true,
    cell: (member) => (
      <>
        {roleName(member.role)}
        <br />
        <span className="tov-dim tov-small">{member.school?.name ?? m.centre_member_centre()}</span>
      </>
    ),
  },
  {
    key: 'mail',
    title: m.centre_member_reach(),
    width: 'minmax(180px, 1.4fr)',
    cell: (member) => (
      <span className="centre-reach">
        <a className="tov-link" href={`mailto:${member.email}`}>
          {member.email}
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
    title: m.centre_member_access(),
    width: '112px',
    phone: true,
    right: true,
    cell: (member) => {
      if (member.leftAt)
        return <span className="tov-dim tov-small">{m.centre_member_left({ date: saysShort(member.leftAt) })}</span>
      return member.personId === mine ? null : (
        <Button size="xs" onClick={() => leave(member)} aria-label={m.centre_member_leave_who({ name: member.name })}>
          {m.centre_member_leave()}
        </Button>
      )
    },
  },
]

/** Everyone in the centre, the ones who have stopped last. */
export const MemberTable = ({
  members,
}: {
  members: { data: AnswerOf<typeof listMembers> | undefined } & Omit<Listed<Member>, 'rows'>
}) => {
  const me = useMe()
  const [leaving, setLeaving] = useState<Member>()
  const depart = useAct(endMembership, { says: () => m.centre_member_departed({ name: leaving?.name ?? '' }) })
  const rows = (members.data?.rows ?? []).toSorted((a, b) => Number(a.leftAt !== null) - Number(b.leftAt !== null))
  return (
    <>
      <DataTable
        label={m.centre_members_people()}
        list={listOf(members, rows)}
        columns={columnsFor(setLeaving, me.person.id)}
        rowKey={(member) => member.id}
        empty={
          <EmptyState inCard title={m.centre_members_empty()}>
            {m.centre_members_empty_text()}
          </EmptyState>
        }
      />
      <Ask
        open={leaving !== undefined}
        title={m.centre_member_leave_title({ name: leaving?.name ?? '' })}
        yes={m.centre_member_leave_yes()}
        onYes={() => leaving && void depart.run({ params: { id: leaving.id } })}
        onClose={() => setLeaving(undefined)}
      >
        {m.centre_member_leave_text()}
      </Ask>
    </>
  )
}

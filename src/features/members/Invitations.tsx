import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { roleName } from '#web/frame/role-names.ts'
import { listInvitations } from './members.schema.ts'
import './members.css'

/** Invitations nobody has answered yet. */
export const Invitations = () => {
  const { data } = useAnswer(listInvitations)
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={m.members_invitations_title()}>
      <ul className="members-lines">
        {data.rows.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>
            <span>{[roleName(one.role), one.school, one.email].filter(Boolean).join(' · ')}</span>
            <span>{m.members_invitation_expires({ date: saysDate(one.expiresAt) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

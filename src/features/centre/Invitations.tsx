import * as m from '#texts'
import { useAnswer } from '#web/answers.ts'
import { Card } from '#web/Card.tsx'
import { saysDate } from '#web/dates.ts'
import { roleName } from '#web/role-names.ts'
import { listInvitations } from './members.schema.ts'
import './centre.css'

/** Invitations nobody has answered yet. */
export const Invitations = () => {
  const { data } = useAnswer(listInvitations)
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={m.centre_invitations_title()}>
      <ul className="centre-lines">
        {data.rows.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>
            <span>{[roleName(one.role), one.school, one.email].filter(Boolean).join(' · ')}</span>
            <span>{m.centre_invitation_expires({ date: saysDate(one.expiresAt) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { sayDone } from '#web/data/notices.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysNearMoment } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useMe } from '#web/frame/me.ts'
import { Page } from '#web/parts/Page.tsx'
import { PasswordField } from '../sign-in/PasswordField.tsx'
import { HandOutLink } from './HandOutLink.tsx'
import { changePassword, endOtherSessions, listMySessions } from './my-access.schema.ts'
import { shortestPassword } from '../sign-in/sign-in.schema.ts'
import '../centre/centre.css'
import './my-access.css'

const ChangePassword = () => {
  const form = useContractForm(changePassword, {
    initial: { old: '', password: '' },
    again: true,
    onDone: () => sayDone(m.my_access_password_changed()),
  })
  return (
    <Card title={m.my_access_password_change()}>
      <ContractForm of={form} label={m.my_access_password_change()}>
        <PasswordField label={m.my_access_password_old()} autoComplete="current-password" {...form.field('old')} />
        <PasswordField
          label={m.my_access_password_new()}
          description={m.sign_in_password_hint({ fewest: shortestPassword })}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <div className="tov-form-foot">
          <SendButton of={form}>{m.my_access_password_change()}</SendButton>
        </div>
      </ContractForm>
    </Card>
  )
}

const Browsers = () => {
  const { data } = useAnswer(listMySessions)
  const end = useAct(endOtherSessions, { says: () => m.my_access_sessions_ended() })
  const others = data?.rows.filter(({ mine }) => !mine) ?? []
  return (
    <Card title={m.my_access_sessions()}>
      <p className="centre-lead">{others.length > 0 ? m.my_access_sessions_text() : m.my_access_sessions_none()}</p>
      {others.length > 0 && (
        <>
          <ul className="my-access-browsers">
            {others.map((one) => (
              <li key={one.createdAt}>
                {m.my_access_session({ began: saysNearMoment(one.createdAt), seen: saysNearMoment(one.lastSeenAt) })}
              </li>
            ))}
          </ul>
          <Button onClick={() => void end.run()}>{m.my_access_sessions_end()}</Button>
        </>
      )}
    </Card>
  )
}

/** How I come in: my password, and where I am signed in. */
export default function MyAccessPage() {
  return (
    <Page title={m.my_access_mine()} subtitle={m.my_access_mine_text()}>
      <div className="centre-text-width">
        <ChangePassword />
        <Browsers />
        {useMe().may.includes('makePasswordLink') && <HandOutLink />}
      </div>
    </Page>
  )
}

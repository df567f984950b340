import { PasswordInput, TextInput } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/answers.ts'
import { useArrive } from '#web/arrive.ts'
import { Card } from '#web/Card.tsx'
import { EmptyState } from '#web/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/Form.tsx'
import { Go } from '#web/Go.tsx'
import { LanguageChoice } from '#web/LanguageChoice.tsx'
import { useToken } from '#web/params.ts'
import { PlainFrame } from '#web/PlainFrame.tsx'
import { sentenceOf } from '#web/problem.ts'
import { roleName } from '#web/role-names.ts'
import { acceptInvitation, showInvitation } from './members.schema.ts'
import './centre.css'

const AcceptForm = ({ token, name, email }: { token: string; name: string; email: string }) => {
  const arrive = useArrive()
  const form = useContractForm(acceptInvitation, {
    initial: { name, password: '' },
    with: { params: { token } },
    onDone: (me) => arrive(me),
  })
  return (
    <ContractForm of={form} label={m.centre_accept_title()}>
      <TextInput type="email" label={m.centre_email()} value={email} readOnly autoComplete="username" />
      <TextInput label={m.centre_your_name()} autoComplete="name" {...form.field('name')} />
      <PasswordInput
        label={m.centre_password_choose()}
        description={m.centre_password_hint()}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': m.centre_password_show() }}
        {...form.field('password')}
      />
      <SendButton of={form} size="md">
        {m.centre_accept_send()}
      </SendButton>
    </ContractForm>
  )
}

/** Where the link in an invitation leads: choose a password and be in. */
export default function AcceptInvitation() {
  const token = useToken()
  const { data, error } = useAnswer(showInvitation, { params: { token } })
  const subtitle = data && m.centre_accept_subtitle({ centre: data.centre, role: roleName(data.role) })
  return (
    <PlainFrame
      name={data?.centre ?? 'Tovholder'}
      right={<LanguageChoice />}
      title={m.centre_accept_title()}
      subtitle={subtitle}
    >
      {error && (
        <EmptyState
          title={sentenceOf(error, m.web_failed())}
          action={
            <Go to="/log-ind" className="tov-link">
              {m.centre_to_sign_in()}
            </Go>
          }
        >
          {m.centre_accept_failed()}
        </EmptyState>
      )}
      {data && (
        <div className="centre-narrow">
          <Card>
            <AcceptForm token={token} name={data.name} email={data.email} />
          </Card>
        </div>
      )}
    </PlainFrame>
  )
}

import { useParams } from '@tanstack/react-router'
import { TextInput } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useArrive } from '#web/frame/arrive.ts'
import { Card } from '#web/parts/Card.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go } from '#web/parts/Go.tsx'
import { LanguageChoice } from '#web/frame/LanguageChoice.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { sentenceOf } from '#web/data/problem.ts'
import { roleName } from '#web/frame/role-names.ts'
import { showInvitation } from '../members/members.schema.ts'
import { PasswordField } from './PasswordField.tsx'
import { acceptInvitation, shortestPassword } from './sign-in.schema.ts'
import './sign-in.css'

const AcceptForm = ({ token, name, email }: { token: string; name: string; email: string }) => {
  const arrive = useArrive()
  const form = useContractForm(acceptInvitation, {
    initial: { name, password: '' },
    with: { params: { token } },
    onDone: (me) => arrive(me),
  })
  return (
    <ContractForm of={form} label={m.sign_in_accept_title()}>
      <TextInput inputMode="email" label={m.sign_in_email()} value={email} readOnly autoComplete="username" />
      <TextInput label={m.sign_in_your_name()} autoComplete="name" {...form.field('name')} />
      <PasswordField
        label={m.sign_in_password_choose()}
        description={m.sign_in_password_hint({ fewest: shortestPassword })}
        autoComplete="new-password"
        {...form.field('password')}
      />
      <SendButton of={form} size="md">
        {m.sign_in_accept_send()}
      </SendButton>
    </ContractForm>
  )
}

/** Where the link in an invitation leads: choose a password and be in. */
export default function AcceptInvitation() {
  const { token } = useParams({ from: '/invitation/$token' })
  const { data, error } = useAnswer(showInvitation, { params: { token } })
  const subtitle = data && m.sign_in_accept_subtitle({ centre: data.centre, role: data.word ?? roleName(data.role) })
  return (
    <PlainFrame
      name={data?.centre ?? 'Tovholder'}
      right={<LanguageChoice />}
      title={m.sign_in_accept_title()}
      subtitle={subtitle}
    >
      {error && (
        <EmptyState
          title={sentenceOf(error, m.web_failed())}
          action={
            <Go to="/log-ind" className="tov-link">
              {m.sign_in_to_sign_in()}
            </Go>
          }
        >
          {m.sign_in_accept_failed()}
        </EmptyState>
      )}
      {data && (
        <div className="sign-in-narrow">
          <Card>
            <AcceptForm token={token} name={data.name} email={data.email} />
          </Card>
        </div>
      )}
    </PlainFrame>
  )
}

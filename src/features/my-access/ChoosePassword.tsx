import { useParams } from '@tanstack/react-router'
import { TextInput } from '@mantine/core'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { sayDone } from '#web/data/notices.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { Card } from '#web/parts/Card.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go, useGo } from '#web/parts/Go.tsx'
import { LanguageChoice } from '#web/frame/LanguageChoice.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { PasswordField } from '../sign-in/PasswordField.tsx'
import { choosePassword, showPasswordLink } from './my-access.schema.ts'
import { shortestPassword } from '../sign-in/sign-in.schema.ts'
import '../sign-in/sign-in.css'

const ChooseForm = ({ token, email }: { token: string; email: string }) => {
  const go = useGo()
  const form = useContractForm(choosePassword, {
    initial: { password: '' },
    with: { params: { token } },
    onDone: () => {
      sayDone(m.my_access_chosen())
      go('/log-ind', { replace: true })
    },
  })
  return (
    <ContractForm of={form} label={m.my_access_choose()}>
      <TextInput inputMode="email" label={m.sign_in_email()} value={email} readOnly autoComplete="username" />
      <PasswordField
        label={m.my_access_password_new()}
        description={m.sign_in_password_hint({ fewest: shortestPassword })}
        autoComplete="new-password"
        {...form.field('password')}
      />
      <SendButton of={form}>{m.my_access_password_change()}</SendButton>
    </ContractForm>
  )
}

/** Where the link of a forgotten password leads. */
export default function ChoosePassword() {
  const { token } = useParams({ from: '/adgangskode/$token' })
  const { data, error } = useAnswer(showPasswordLink, { params: { token } })
  return (
    <PlainFrame name={data?.centre ?? 'Tovholder'} right={<LanguageChoice />} title={m.my_access_choose()}>
      {error && (
        <EmptyState
          title={sentenceOf(error, m.web_failed())}
          action={
            <Go to="/glemt-adgangskode" className="tov-link">
              {m.my_access_forgot_again()}
            </Go>
          }
        >
          {m.my_access_choose_failed()}
        </EmptyState>
      )}
      {data && (
        <div className="sign-in-narrow">
          <Card>
            <ChooseForm token={token} email={data.email} />
          </Card>
        </div>
      )}
    </PlainFrame>
  )
}

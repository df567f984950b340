import { useSearch } from '@tanstack/react-router'
import { TextInput } from '@mantine/core'
import { useEffect } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useArrive } from '#web/frame/arrive.ts'
import { Card } from '#web/parts/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go, useGo } from '#web/parts/Go.tsx'
import { LanguageChoice } from '#web/frame/LanguageChoice.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { PasswordField } from './PasswordField.tsx'
import { showFront, signIn } from './sign-in.schema.ts'
import { DemoPeople } from './DemoPeople.tsx'
import './sign-in.css'

const SignInForm = ({ back }: { back: string }) => {
  const arrive = useArrive()
  const form = useContractForm(signIn, { initial: { email: '', password: '' }, onDone: (me) => arrive(me, back) })
  return (
    <ContractForm of={form} label={m.sign_in_action()}>
      <TextInput inputMode="email" label={m.sign_in_email()} autoComplete="username" {...form.field('email')} />
      <PasswordField label={m.sign_in_password()} autoComplete="current-password" {...form.field('password')} />
      <SendButton of={form} size="md">
        {m.sign_in_action()}
      </SendButton>
    </ContractForm>
  )
}

export default function SignIn() {
  const { til = '/' } = useSearch({ from: '/log-ind' })
  const { data: front } = useAnswer(showFront)
  const go = useGo()
  useEffect(() => {
    if (front?.state === 'first-run') go('/opsaetning', { replace: true })
  })
  const isDemo = front?.state === 'demo'
  const card = (
    <Card title={m.sign_in_action()}>
      <SignInForm back={til} />
      <p className="tov-small tov-dim">{m.sign_in_help()}</p>
      <Go to="/glemt-adgangskode" className="tov-link tov-small">
        {m.sign_in_forgot()}
      </Go>
    </Card>
  )
  return (
    <PlainFrame
      name={front?.centreName ?? 'Tovholder'}
      right={<LanguageChoice />}
      title={m.sign_in_title()}
      subtitle={isDemo ? m.sign_in_demo_subtitle() : m.sign_in_subtitle()}
      aside={isDemo ? card : undefined}
    >
      {isDemo ? (
        <DemoPeople people={front.demoPeople} back={til} />
      ) : (
        <div className="sign-in-narrow">{front && card}</div>
      )}
    </PlainFrame>
  )
}

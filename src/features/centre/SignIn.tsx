import { PasswordInput, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import { z } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/answers.ts'
import { useArrive } from '#web/arrive.ts'
import { Card } from '#web/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/Form.tsx'
import { useGo } from '#web/Go.tsx'
import { LanguageChoice } from '#web/LanguageChoice.tsx'
import { PlainFrame } from '#web/PlainFrame.tsx'
import { useSearch } from '#web/search.ts'
import { showFront, signIn } from './access.schema.ts'
import { DemoPeople } from './DemoPeople.tsx'
import './centre.css'

const Address = z.object({ til: z._default(z.string(), '/') })

const SignInForm = ({ back }: { back: string }) => {
  const arrive = useArrive()
  const form = useContractForm(signIn, { initial: { email: '', password: '' }, onDone: (me) => arrive(me, back) })
  return (
    <ContractForm of={form} label={m.centre_sign_in()}>
      <TextInput type="email" label={m.centre_email()} autoComplete="username" {...form.field('email')} />
      <PasswordInput
        label={m.centre_password()}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': m.centre_password_show() }}
        {...form.field('password')}
      />
      <SendButton of={form} size="md">
        {m.centre_sign_in()}
      </SendButton>
    </ContractForm>
  )
}

export default function SignIn() {
  const [{ til }] = useSearch(Address)
  const { data: front } = useAnswer(showFront)
  const go = useGo()
  useEffect(() => {
    if (front?.state === 'first-run') go('/opsaetning', { replace: true })
  })
  const isDemo = front?.state === 'demo'
  const card = (
    <Card title={m.centre_sign_in()}>
      <SignInForm back={til} />
      <p className="tov-small tov-dim">{m.centre_sign_in_help()}</p>
    </Card>
  )
  return (
    <PlainFrame
      name={front?.centreName ?? 'Tovholder'}
      right={<LanguageChoice />}
      title={m.centre_sign_in_title()}
      subtitle={isDemo ? m.centre_demo_subtitle() : m.centre_sign_in_subtitle()}
      aside={isDemo ? card : undefined}
    >
      {isDemo ? (
        <DemoPeople people={front.demoPeople} back={til} />
      ) : (
        <div className="centre-narrow">{front && card}</div>
      )}
    </PlainFrame>
  )
}

import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useArrive } from '#web/frame/arrive.ts'
import { Card } from '#web/parts/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useGo } from '#web/parts/Go.tsx'
import { LanguageChoice } from '#web/frame/LanguageChoice.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { PasswordField } from './PasswordField.tsx'
import { setUpCentre, showFront, shortestPassword } from './sign-in.schema.ts'
import './sign-in.css'

const Afterwards = () => (
  <Card title={m.sign_in_first_next()}>
    <ol className="sign-in-steps">
      <li>{m.sign_in_first_step_people()}</li>
      <li>{m.sign_in_first_step_import()}</li>
      <li>{m.sign_in_first_step_list()}</li>
    </ol>
  </Card>
)

/** The very first page of an empty installation: the centre gets its name and its administrator. */
export default function FirstRun() {
  const arrive = useArrive()
  const go = useGo()
  const { data: front } = useAnswer(showFront)
  // Who has just made the centre is on the way in, however soon the front says that there is one.
  const made = useRef(false)
  useEffect(() => {
    if (front && front.state !== 'first-run' && !made.current) go('/log-ind', { replace: true })
  })
  const form = useContractForm(setUpCentre, {
    initial: { word: '', centreName: '', name: '', email: '', password: '' },
    onDone: (me) => {
      made.current = true
      return arrive(me, '/')
    },
  })
  return (
    <PlainFrame
      name="Tovholder"
      right={<LanguageChoice />}
      title={m.sign_in_first_title()}
      subtitle={m.sign_in_first_subtitle()}
      aside={<Afterwards />}
    >
      <Card>
        <ContractForm of={form} label={m.sign_in_first_title()}>
          <TextInput
            label={m.sign_in_first_word()}
            description={m.sign_in_first_word_hint()}
            autoComplete="off"
            {...form.field('word')}
          />
          <TextInput
            label={m.sign_in_first_centre()}
            description={m.sign_in_first_centre_hint()}
            {...form.field('centreName')}
          />
          <TextInput label={m.sign_in_first_name()} autoComplete="name" {...form.field('name')} />
          <TextInput
            inputMode="email"
            label={m.sign_in_first_email()}
            autoComplete="username"
            {...form.field('email')}
          />
          <PasswordField
            label={m.sign_in_password_choose()}
            description={m.sign_in_password_hint({ fewest: shortestPassword })}
            autoComplete="new-password"
            {...form.field('password')}
          />
          <SendButton of={form} size="md">
            {m.sign_in_first_send()}
          </SendButton>
        </ContractForm>
      </Card>
    </PlainFrame>
  )
}

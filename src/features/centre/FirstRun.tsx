import { PasswordInput, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import * as m from '#texts'
import { useAnswer } from '#web/answers.ts'
import { useArrive } from '#web/arrive.ts'
import { Card } from '#web/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/Form.tsx'
import { useGo } from '#web/Go.tsx'
import { LanguageChoice } from '#web/LanguageChoice.tsx'
import { PlainFrame } from '#web/PlainFrame.tsx'
import { setUpCentre, showFront } from './access.schema.ts'
import './centre.css'

/** The very first page of an empty installation: the centre gets its name and its administrator. */
export default function FirstRun() {
  const arrive = useArrive()
  const go = useGo()
  const { data: front } = useAnswer(showFront)
  useEffect(() => {
    if (front && front.state !== 'first-run') go('/log-ind', { replace: true })
  })
  const form = useContractForm(setUpCentre, {
    initial: { centreName: '', name: '', email: '', password: '' },
    onDone: (me) => arrive(me, '/medlemmer'),
  })
  const next = (
    <Card title={m.centre_first_next()}>
      <ol className="centre-steps">
        <li>{m.centre_first_step_people()}</li>
        <li>{m.centre_first_step_import()}</li>
        <li>{m.centre_first_step_list()}</li>
      </ol>
    </Card>
  )
  return (
    <PlainFrame
      name="Tovholder"
      right={<LanguageChoice />}
      title={m.centre_first_title()}
      subtitle={m.centre_first_subtitle()}
      aside={next}
    >
      <Card>
        <ContractForm of={form} label={m.centre_first_title()}>
          <TextInput
            label={m.centre_first_centre()}
            description={m.centre_first_centre_hint()}
            {...form.field('centreName')}
          />
          <TextInput label={m.centre_first_name()} autoComplete="name" {...form.field('name')} />
          <TextInput type="email" label={m.centre_first_email()} autoComplete="username" {...form.field('email')} />
          <PasswordInput
            label={m.centre_password_choose()}
            description={m.centre_password_hint()}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': m.centre_password_show() }}
            {...form.field('password')}
          />
          <SendButton of={form} size="md">
            {m.centre_first_send()}
          </SendButton>
        </ContractForm>
      </Card>
    </PlainFrame>
  )
}

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go } from '#web/parts/Go.tsx'
import { LanguageChoice } from '#web/frame/LanguageChoice.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { forgetPassword } from './my-access.schema.ts'
import '../sign-in/sign-in.css'

/** Who has forgotten the password asks for a link; where no mail goes, the page says whom to ask. */
export default function ForgotPassword() {
  const [asked, setAsked] = useState<{ mailed: boolean; email: string }>()
  const form = useContractForm(forgetPassword, {
    initial: { email: '' },
    onDone: ({ mailed }, { body: { email } }) => setAsked({ mailed, email }),
  })
  return (
    <PlainFrame
      name="Tovholder"
      right={<LanguageChoice />}
      title={m.sign_in_forgot()}
      subtitle={asked ? undefined : m.my_access_forgot_text()}
    >
      <div className="sign-in-narrow">
        <Card>
          {asked === undefined ? (
            <ContractForm of={form} label={m.sign_in_forgot()}>
              <TextInput inputMode="email" label={m.sign_in_email()} autoComplete="username" {...form.field('email')} />
              <SendButton of={form}>{m.my_access_forgot_send()}</SendButton>
            </ContractForm>
          ) : (
            <p className="sign-in-said" role="status">
              {asked.mailed ? m.my_access_forgot_mailed(asked) : m.my_access_forgot_no_mail()}
            </p>
          )}
          <Go to="/log-ind" className="tov-link">
            {m.sign_in_to_sign_in()}
          </Go>
        </Card>
      </div>
    </PlainFrame>
  )
}

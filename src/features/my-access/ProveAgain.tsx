import { useEffect, useState } from 'react'
import { proofMinutes } from '#platform/http/proof.shared'
import * as m from '#texts'
import { onProofNeeded } from '#web/data/session.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { PasswordField } from '../sign-in/PasswordField.tsx'
import { proveAgain } from './my-access.schema.ts'

const Proof = ({ done }: { done: (proved: boolean) => void }) => {
  const form = useContractForm(proveAgain, { initial: { password: '' }, onDone: () => done(true) })
  return (
    <Dialog title={m.my_access_prove_title()} onClose={() => done(false)}>
      <p>{m.my_access_prove_text({ minutes: proofMinutes })}</p>
      <ContractForm of={form} label={m.my_access_prove_title()}>
        <PasswordField
          label={m.sign_in_password()}
          autoComplete="current-password"
          data-autofocus
          {...form.field('password')}
        />
        <SendButton of={form}>{m.my_access_prove_action()}</SendButton>
      </ContractForm>
    </Dialog>
  )
}

/** Asks for the password where one is, when the server wants it again; then what was begun goes on. */
export const ProveAgain = () => {
  const [waiting, setWaiting] = useState<{ done: (proved: boolean) => void }>()
  useEffect(
    () =>
      onProofNeeded(
        () =>
          new Promise((resolve) =>
            setWaiting({
              done: (proved) => {
                setWaiting(undefined)
                resolve(proved)
              },
            }),
          ),
      ),
    [],
  )
  return waiting && <Proof done={waiting.done} />
}

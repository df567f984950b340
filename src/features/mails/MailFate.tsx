import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { saysNearMoment } from '#web/parts/dates.ts'
import type { Mail } from './MailList.tsx'
import { putMailAside, sendMailAgain } from './mails.schema.ts'

const why = {
  unreachable: m.mails_why_unreachable,
  'not-now': m.mails_why_not_now,
  refused: m.mails_why_refused,
  'no-address': m.mails_why_no_address,
}

const saysFate = ({ state, tries, nextTryAt, givenUpAt }: Mail) => {
  if (state === 'given-up' && givenUpAt) {
    const when = saysNearMoment(givenUpAt)
    return tries === 1 ? m.mails_given_up_once({ when }) : m.mails_given_up({ when, tries })
  }
  if (!nextTryAt) return m.mails_waits_soon()
  const next = saysNearMoment(nextTryAt)
  if (tries === 0) return m.mails_waits_until_untried({ next })
  return tries === 1 ? m.mails_waits_until_once({ next }) : m.mails_waits_until({ next, tries })
}

/** A mail that nobody else sends waits for this press. */
const isNext = ({ state, putAsideAt }: Mail) => state === 'given-up' && putAsideAt === null

const SendAgain = ({ mail }: { mail: Mail }) => {
  const [to, setTo] = useState(mail.to)
  const send = useAct(sendMailAgain, { says: () => m.mails_said_again() })
  const body = to.trim() === mail.to ? {} : { to }
  return (
    <>
      {mail.can.correctAddress && (
        <TextInput
          inputMode="email"
          label={m.mails_again_to()}
          value={to}
          maxLength={200}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      )}
      <Button
        variant={isNext(mail) ? 'filled' : 'default'}
        loading={send.running}
        onClick={() => void send.run({ params: { id: mail.id }, body })}
      >
        {m.mails_send_again()}
      </Button>
    </>
  )
}

/** How it stands with a mail that has not arrived: tried how often, when again, why not, and what can be done. */
export const MailFate = ({ mail }: { mail: Mail }) => {
  const aside = useAct(putMailAside, { says: () => m.mails_said_aside() })
  if (mail.state === 'over')
    return (
      <div className="mails-fate">
        <p>{m.mails_over()}</p>
      </div>
    )
  if (mail.state !== 'waits' && mail.state !== 'given-up') return null
  return (
    <div className="mails-fate">
      <p>{saysFate(mail)}</p>
      {mail.failure && <p>{why[mail.failure]()}</p>}
      {mail.failed && <p className="tov-dim">{m.mails_said({ said: mail.failed })}</p>}
      <div className="mails-acts">
        {mail.can.sendAgain && <SendAgain key={mail.to} mail={mail} />}
        {mail.can.putAside && (
          <Button loading={aside.running} onClick={() => void aside.run({ params: { id: mail.id } })}>
            {m.mails_put_aside()}
          </Button>
        )}
      </div>
    </div>
  )
}

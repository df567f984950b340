import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { saysDate, saysMoment } from '#web/parts/dates.ts'
import { acceptRegularContact, declineRegularContact, withdrawRegularContact } from './regular-contacts.schema.ts'
import type { showCompanyContact } from './regular-contacts.schema.ts'

type Seen = AnswerOf<typeof showCompanyContact>
type Offer = NonNullable<Seen['offer']>
type Along = Offer['along'][number]

const keyOf = ({ kind, sourceId }: { kind: string; sourceId: number }) => `${kind} ${sourceId}`

/** What goes along, in a line: "Send pris, 1. december", "Møde onsdag 2. december kl. 14.30". */
export const alongWords = ({ kind, values }: Along) => {
  const { what, date, at } = values
  if (kind === 'meeting') return m.regular_contacts_along_meeting({ when: saysMoment(String(at)) })
  if (what === undefined) return m.regular_contacts_along_referral({ date: saysDate(String(date)) })
  return m.regular_contacts_along_promise({ what: String(what), date: date ? saysDate(String(date)) : '' })
}

/** Each with a tick: what is not ticked stays where it is. */
export const AlongTicks = ({
  open,
  left,
  onChange,
}: {
  open: readonly Along[]
  left: readonly string[]
  onChange: (left: readonly string[]) => void
}) =>
  open.length > 0 && (
    <fieldset className="regular-contacts-along">
      <legend>{m.regular_contacts_along()}</legend>
      {open.map((one) => {
        const key = keyOf(one)
        return (
          <Checkbox
            key={key}
            label={alongWords(one)}
            checked={!left.includes(key)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? left.filter((other) => other !== key) : [...left, key])
            }
          />
        )
      })}
    </fieldset>
  )
/** Those that are ticked, or those that are not. */
export const ticked = (open: readonly Along[], left: readonly string[], yes: boolean) =>
  open.filter((one) => left.includes(keyOf(one)) !== yes).map(({ kind, sourceId }) => ({ kind, sourceId }))

const Answer = ({ offer }: { offer: Offer }) => {
  const [left, setLeft] = useState<readonly string[]>([])
  const [why, setWhy] = useState('')
  const params = { id: offer.id }
  const accept = useAct(acceptRegularContact, { says: () => m.regular_contacts_said_accepted() })
  const decline = useAct(declineRegularContact, { says: () => m.regular_contacts_said_declined() })
  return (
    <>
      <AlongTicks open={offer.along} left={left} onChange={setLeft} />
      <Button
        variant="filled"
        onClick={() => void accept.run({ params, body: { without: ticked(offer.along, left, false) } })}
      >
        {m.regular_contacts_accept()}
      </Button>
      <TextInput
        label={m.regular_contacts_decline_why()}
        value={why}
        maxLength={300}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button onClick={() => void decline.run({ params, body: { why } })}>{m.regular_contacts_decline()}</Button>
    </>
  )
}

/** Someone is asked to have the company: who is asked answers here, who asked may take it back. */
export const ContactOffer = ({ offer }: { offer: Offer }) => {
  const withdraw = useAct(withdrawRegularContact, { says: () => m.regular_contacts_said_withdrawn() })
  const { to, note, followUp, can } = offer
  return (
    <div className="regular-contacts-asked">
      <p>
        {can.answer
          ? m.regular_contacts_you_are_asked({ who: offer.offeredBy })
          : m.regular_contacts_is_asked({ who: to.name })}{' '}
        {note && `“${note}”`}
      </p>
      {followUp && <p>{m.regular_contacts_follow_up_then({ what: followUp.what, date: saysDate(followUp.dueOn) })}</p>}
      {can.answer ? (
        <Answer offer={offer} />
      ) : (
        offer.along.length > 0 && (
          <ul>
            {offer.along.map((one) => (
              <li key={keyOf(one)}>{alongWords(one)}</li>
            ))}
          </ul>
        )
      )}
      {can.withdraw && !can.answer && (
        <Button size="compact-sm" onClick={() => void withdraw.run({ params: { id: offer.id } })}>
          {m.regular_contacts_withdraw()}
        </Button>
      )}
    </div>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { decideClaim, withdrawClaim } from './regular-contacts.schema.ts'
import type { showCompanyContact } from './regular-contacts.schema.ts'

type Claim = NonNullable<AnswerOf<typeof showCompanyContact>['contact']>['claims'][number]

const One = ({ claim: { id, person, why, can } }: { claim: Claim }) => {
  const [reason, setReason] = useState('')
  const decide = useAct(decideClaim, { says: () => m.regular_contacts_said_decided() })
  const withdraw = useAct(withdrawClaim, { says: () => m.regular_contacts_said_withdrawn() })
  const decided = (give: boolean) => void decide.run({ params: { id }, body: { give, why: reason } })
  return (
    <div className="regular-contacts-asked">
      <p>
        {m.regular_contacts_claimed({ who: person.school ? `${person.name}, ${person.school}` : person.name })} “{why}”
      </p>
      {can.decide ? (
        <>
          <TextInput
            label={m.regular_contacts_decide_why()}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className="regular-contacts-acts">
            <Button onClick={() => decided(true)}>{m.regular_contacts_decide_give({ name: person.name })}</Button>
            <Button onClick={() => decided(false)}>{m.regular_contacts_decide_keep()}</Button>
          </div>
        </>
      ) : (
        <p className="tov-dim">{m.regular_contacts_claim_waits()}</p>
      )}
      {can.withdraw && (
        <Button size="compact-sm" onClick={() => void withdraw.run({ params: { id } })}>
          {m.regular_contacts_claim_withdraw()}
        </Button>
      )}
    </div>
  )
}

/** Someone else says that the company is his: both see it, a coordinator decides. */
export const Claims = ({ claims }: { claims: readonly Claim[] }) =>
  claims.map((claim) => <One key={claim.id} claim={claim} />)

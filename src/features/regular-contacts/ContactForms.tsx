import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, saysNear, today } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { WhoTakes } from '../promises/WhoTakes.tsx'
import { AlongTicks, ticked } from './ContactOffer.tsx'
import { claimRegularContact, offerRegularContact } from './regular-contacts.schema.ts'
import {
  agreeFollowUp,
  changeDeputy,
  endRegularContact,
  type showCompanyContact,
  takeRegularContact,
} from './regular-contacts.schema.ts'

type Seen = AnswerOf<typeof showCompanyContact>
type Contact = NonNullable<Seen['contact']>
type Done = { onDone: () => void; onStop: () => void }

const Stop = ({ onStop }: Pick<Done, 'onStop'>) => (
  <Button variant="subtle" onClick={onStop}>
    {m.web_no_thanks()}
  </Button>
)

type Follow = { what: string; dueOn: string }
const nothing: Follow = { what: '', dueOn: '' }
/** What is agreed to follow, or nothing: an empty line counts for nothing. */
const agreed = ({ what, dueOn }: Follow) => (what.trim() === '' ? null : { what, dueOn })

const FollowFields = ({ value, onChange }: { value: Follow; onChange: (value: Follow) => void }) => (
  <>
    <TextInput
      label={m.regular_contacts_follow_up()}
      placeholder={m.regular_contacts_follow_up_example()}
      value={value.what}
      maxLength={300}
      onChange={(event) => onChange({ ...value, what: event.currentTarget.value })}
    />
    {value.what.trim() !== '' && (
      <>
        <DateField
          label={m.regular_contacts_follow_up_on()}
          min={today()}
          value={value.dueOn}
          onChange={(dueOn) => onChange({ ...value, dueOn })}
        />
        <div className="regular-contacts-days" role="group" aria-label={m.regular_contacts_follow_up_on()}>
          {[7, 14, 30].map((days) => {
            const day = addDays(today(), days)
            return (
              <button
                key={days}
                type="button"
                aria-pressed={value.dueOn === day}
                onClick={() => onChange({ ...value, dueOn: day })}
              >
                {saysNear(day)}
              </button>
            )
          })}
        </div>
      </>
    )}
  </>
)
const lacksDay = ({ what, dueOn }: Follow) => what.trim() !== '' && dueOn === ''

export const TakeForm = ({ companyId, onDone, onStop }: { companyId: number } & Done) => {
  const [follow, setFollow] = useState(nothing)
  const take = useAct(takeRegularContact, { says: () => m.regular_contacts_said_taken(), onDone })
  return (
    <>
      <FollowFields value={follow} onChange={setFollow} />
      <div className="tov-form-foot">
        <Button
          disabled={lacksDay(follow)}
          onClick={() => void take.run({ body: { companyId, followUp: agreed(follow) } })}
        >
          {m.regular_contacts_take_yes()}
        </Button>
        <Stop onStop={onStop} />
      </div>
    </>
  )
}

export const FollowUpForm = ({ contactId, onDone, onStop }: { contactId: number } & Done) => {
  const [follow, setFollow] = useState(nothing)
  const agree = useAct(agreeFollowUp, { says: () => m.regular_contacts_said_agreed(), onDone })
  return (
    <>
      <FollowFields value={follow} onChange={setFollow} />
      <div className="tov-form-foot">
        <Button
          disabled={agreed(follow) === null || lacksDay(follow)}
          onClick={() => void agree.run({ params: { id: contactId }, body: follow })}
        >
          {m.regular_contacts_agree()}
        </Button>
        <Stop onStop={onStop} />
      </div>
    </>
  )
}

type Asking = { companyId: number; hasIt: Contact | null; open: Seen['open'] } & Done
export const AskForm = ({ companyId, hasIt, open, onDone, onStop }: Asking) => {
  const [toId, setToId] = useState<number>()
  const [note, setNote] = useState('')
  const [left, setLeft] = useState<readonly string[]>([])
  const ask = useAct(offerRegularContact, {
    says: (answer) => m.regular_contacts_said_asked({ who: answer.offer?.to.name ?? '' }),
    onDone,
  })
  const along = ticked(open, left, true)
  return (
    <>
      <WhoTakes
        companyId={companyId}
        chosen={toId}
        except={hasIt && !hasIt.left ? hasIt.person.id : undefined}
        onChoose={setToId}
      />
      <Textarea
        label={m.regular_contacts_note()}
        value={note}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <AlongTicks open={open} left={left} onChange={setLeft} />
      <div className="tov-form-foot">
        <Button
          disabled={toId === undefined}
          onClick={() => toId !== undefined && void ask.run({ body: { companyId, toId, note, along } })}
        >
          {m.regular_contacts_ask_yes()}
        </Button>
        <Stop onStop={onStop} />
      </div>
    </>
  )
}

export const DeputyForm = ({ contact, companyId, onDone, onStop }: { contact: Contact; companyId: number } & Done) => {
  const [deputyId, setDeputyId] = useState(contact.deputy?.id)
  const change = useAct(changeDeputy, { says: () => m.regular_contacts_said_deputy(), onDone })
  const params = { id: contact.id }
  return (
    <>
      <WhoTakes companyId={companyId} chosen={deputyId} except={contact.person.id} onChoose={setDeputyId} />
      <div className="tov-form-foot">
        <Button
          disabled={deputyId === undefined}
          onClick={() => void change.run({ params, body: { deputyId: deputyId ?? null } })}
        >
          {m.regular_contacts_deputy_set()}
        </Button>
        {contact.deputy && (
          <Button onClick={() => void change.run({ params, body: { deputyId: null } })}>
            {m.regular_contacts_deputy_none()}
          </Button>
        )}
        <Stop onStop={onStop} />
      </div>
    </>
  )
}

export const EndForm = ({ contactId, onDone, onStop }: { contactId: number } & Done) => {
  const form = useContractForm(endRegularContact, {
    initial: { why: '' },
    with: { params: { id: contactId } },
    says: () => m.regular_contacts_said_ended(),
    onDone,
  })
  return (
    <ContractForm of={form}>
      <Textarea label={m.regular_contacts_end_why()} autosize minRows={2} {...form.field('why')} />
      <div className="tov-form-foot">
        <SendButton of={form} variant="default">
          {m.regular_contacts_end()}
        </SendButton>
        <Stop onStop={onStop} />
      </div>
    </ContractForm>
  )
}

export const ClaimForm = ({ companyId, onDone, onStop }: { companyId: number } & Done) => {
  const form = useContractForm(claimRegularContact, {
    initial: { companyId, why: '' },
    says: () => m.regular_contacts_said_claimed(),
    onDone,
  })
  return (
    <ContractForm of={form}>
      <Textarea label={m.regular_contacts_claim_why()} autosize minRows={2} {...form.field('why')} />
      <div className="tov-form-foot">
        <SendButton of={form} variant="default">
          {m.regular_contacts_claim_send()}
        </SendButton>
        <Stop onStop={onStop} />
      </div>
    </ContractForm>
  )
}

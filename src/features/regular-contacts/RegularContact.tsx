import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysDeadline, saysNear } from '#web/parts/dates.ts'
import { Initials } from '#web/parts/Initials.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { Claims } from './ContactClaims.tsx'
import { AskForm, ClaimForm, DeputyForm, EndForm, FollowUpForm, TakeForm } from './ContactForms.tsx'
import { ContactOffer } from './ContactOffer.tsx'
import { doFollowUp, showCompanyContact, undoFollowUp } from './regular-contacts.schema.ts'
import './regular-contacts.css'

type Seen = AnswerOf<typeof showCompanyContact>
type Contact = NonNullable<Seen['contact']>

export const nameOf = ({ name, school }: { name: string; school: string | null }) =>
  school ? `${name}, ${school}` : name

const Person = ({ contact: { person, since, left } }: { contact: Contact }) => (
  <div className="regular-contacts-person">
    <Initials name={person.name} size={44} />
    <div>
      <b>{person.name}</b>
      <div className="tov-dim tov-small">
        {left
          ? m.regular_contacts_has_left()
          : person.school
            ? m.regular_contacts_since_school({ school: person.school, date: saysDate(since) })
            : m.regular_contacts_since({ date: saysDate(since) })}
      </div>
    </div>
  </div>
)

const FollowUp = ({ followUp }: { followUp: NonNullable<Contact['followUp']> }) => {
  const params = { id: followUp.id }
  const done = useAct(doFollowUp, {
    says: () => m.regular_contacts_said_followed_up(),
    undo: () => () => call(undoFollowUp, { params }),
  })
  return (
    <>
      <div>
        {followUp.what}{' '}
        {followUp.daysLate > 0 ? (
          <StateTag tone="galt">{saysDeadline(followUp.dueOn)}</StateTag>
        ) : (
          <span className="tov-dim">{saysNear(followUp.dueOn)}</span>
        )}
      </div>
      <div className="regular-contacts-follow">
        {followUp.can.do && (
          <Button
            size="compact-sm"
            className="regular-contacts-done"
            onClick={() => void done.run({ params, body: {} })}
          >
            {m.regular_contacts_followed_up()}
          </Button>
        )}
        <VisibilityMark who={whoReads['follow-up']} />
      </div>
    </>
  )
}

const Facts = ({ contact }: { contact: Contact }) => (
  <dl className="regular-contacts-facts">
    {contact.followUp && (
      <div>
        <dt>{m.regular_contacts_follow_up()}</dt>
        <dd>
          <FollowUp followUp={contact.followUp} />
        </dd>
      </div>
    )}
    {contact.deputy && (
      <div>
        <dt>{m.regular_contacts_deputy()}</dt>
        <dd>
          {nameOf(contact.deputy)} <VisibilityMark who={whoReads.deputy} />
        </dd>
      </div>
    )}
    {contact.lapsesSoon && (
      <div>
        <dt>{m.regular_contacts_last()}</dt>
        <dd>
          {saysDate(contact.lastContactAt)}{' '}
          <StateTag tone="venter">{m.regular_contacts_lapses({ date: saysDate(contact.lapsesOn) })}</StateTag>
        </dd>
      </div>
    )}
  </dl>
)

type Does = 'take' | 'ask' | 'follow' | 'deputy' | 'end' | 'claim'
type Act = { does: Does; says: string; form: (close: () => void) => ReactNode }

/** What may be done, a button each; one form at a time. */
const actsOf = (companyId: number, { contact, can, open }: Seen): Act[] => {
  const acts: (Act | false)[] = [
    can.take && {
      does: 'take',
      says: m.regular_contacts_take(),
      form: (close) => <TakeForm companyId={companyId} onDone={close} onStop={close} />,
    },
    contact !== null &&
      contact.can.change &&
      !contact.left && {
        does: 'follow',
        says: m.regular_contacts_agree(),
        form: (close) => <FollowUpForm contactId={contact.id} onDone={close} onStop={close} />,
      },
    can.propose && {
      does: 'ask',
      says: contact && !contact.left ? m.regular_contacts_hand_over() : m.regular_contacts_ask(),
      form: (close) => <AskForm companyId={companyId} hasIt={contact} open={open} onDone={close} onStop={close} />,
    },
    contact !== null &&
      contact.can.change &&
      !contact.left && {
        does: 'deputy',
        says: m.regular_contacts_deputy(),
        form: (close) => <DeputyForm contact={contact} companyId={companyId} onDone={close} onStop={close} />,
      },
    contact !== null &&
      contact.can.claim && {
        does: 'claim',
        says: m.regular_contacts_claim(),
        form: (close) => <ClaimForm companyId={companyId} onDone={close} onStop={close} />,
      },
    contact !== null &&
      contact.can.change && {
        does: 'end',
        says: m.regular_contacts_end(),
        form: (close) => <EndForm contactId={contact.id} onDone={close} onStop={close} />,
      },
  ]
  return acts.filter((one) => one !== false)
}

const Opened = ({ onStop, children }: { onStop: () => void; children: ReactNode }) => (
  <div className="regular-contacts-form" {...useOpened(onStop)}>
    {children}
  </div>
)

const Acts = ({ companyId, seen }: { companyId: number; seen: Seen }) => {
  const [open, setOpen] = useState<Does>()
  const acts = actsOf(companyId, seen)
  const chosen = acts.find(({ does }) => does === open)
  const close = () => setOpen(undefined)
  return (
    <>
      <div className="regular-contacts-acts">
        {acts.map(({ does, says }) => (
          <Button
            key={does}
            size="compact-sm"
            aria-expanded={open === does}
            onClick={() => setOpen(open === does ? undefined : does)}
          >
            {says}
          </Button>
        ))}
      </div>
      {chosen && <Opened onStop={close}>{chosen.form(close)}</Opened>}
    </>
  )
}

const Before = ({ before }: Pick<Seen, 'before'>) =>
  before.length > 0 && (
    <details className="regular-contacts-before">
      <summary>{m.regular_contacts_before()}</summary>
      <ul>
        {before.map(({ person, since, endedAt, why }) => (
          <li key={endedAt + person}>
            {m.regular_contacts_had({ who: person, from: saysDate(since), to: saysDate(endedAt) })} {why && `“${why}”`}
          </li>
        ))}
      </ul>
    </details>
  )

/** Who has the company: first of all that anyone asks. Since when, who stands in, what follows, and how it goes on. */
export const RegularContact = ({ companyId, ended = false }: { companyId: number; ended?: boolean }) => {
  const { data: seen } = useAnswer(showCompanyContact, { params: { companyId } })
  return (
    <Card title={m.regular_contacts_title()} right={seen?.contact && <VisibilityMark who={whoReads.contact} />}>
      {seen && (
        <div className="regular-contacts">
          {seen.contact ? (
            <>
              <Person contact={seen.contact} />
              <Facts contact={seen.contact} />
              <Claims claims={seen.contact.claims} />
            </>
          ) : (
            <p>{m.regular_contacts_none()}</p>
          )}
          {seen.offer && <ContactOffer offer={seen.offer} />}
          {!ended && <Acts companyId={companyId} seen={seen} />}
          <Before before={seen.before} />
        </div>
      )}
    </Card>
  )
}

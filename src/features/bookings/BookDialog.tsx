import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useMe } from '#web/frame/me.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { saysMoment } from '#web/parts/dates.ts'
import { meetingForms } from '../diaries/diaries.schema.ts'
import { bookMeeting, findPlaces } from './bookings.schema.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { formName, type Meeting } from './booking-words.tsx'
import { PersonPick } from '../company-people/PersonPick.tsx'
import { type FreeSlotRow, SlotPick } from '../free-slots/SlotPick.tsx'
import { ChosenWhy } from '../free-slots/SlotWhy.tsx'
import './bookings.css'

type Company = { id: number; name: string }

const CompanyPick = ({ onChoose }: { onChoose: (company: Company) => void }) => {
  const [q, setQ] = useState('')
  const { data } = useAnswer(findPlaces, { query: { q } }, { when: q.trim().length > 1, keep: true })
  return (
    <>
      <TextInput
        label={m.bookings_company()}
        placeholder={m.bookings_company_help()}
        value={q}
        data-autofocus
        autoComplete="off"
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <ul className="bookings-found">
        {q.trim().length > 1 &&
          data?.rows.map((row) => (
            <li key={row.id}>
              <button type="button" onClick={() => onChoose({ id: row.id, name: row.name })}>
                <b>{row.name}</b> <span className="tov-dim">{row.town}</span>
              </button>
            </li>
          ))}
      </ul>
    </>
  )
}

type Given = {
  company: Company
  personId?: number
  from: string
  onOther: (() => void) | undefined
  onDone: () => void
}
type Contact = { name: string; email: string; note: string; personId: number | null }

/** Who is met, and what was said. */
type ContactProps = { companyId: number; contact: Contact; onChange: (contact: Contact) => void }
const ContactFields = ({ companyId, contact, onChange }: ContactProps) => {
  const { mails } = useMe()
  const field = (name: 'name' | 'email' | 'note') => ({
    value: contact[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...contact, [name]: event.currentTarget.value, ...(name === 'name' && { personId: null }) }),
  })
  return (
    <>
      <PersonPick
        companyId={companyId}
        value={contact.personId}
        onChange={(person) =>
          onChange({
            ...contact,
            personId: person?.id ?? null,
            name: person?.name ?? '',
            email: person?.mail.allowed ? (person.mail.value ?? '') : '',
          })
        }
      />
      <div className="bookings-contact">
        <TextInput label={m.bookings_contact_name()} required maxLength={120} autoComplete="off" {...field('name')} />
        <TextInput
          inputMode="email"
          label={m.bookings_contact_email()}
          description={mails ? undefined : m.bookings_contact_email_waits()}
          maxLength={200}
          autoComplete="off"
          {...field('email')}
        />
      </div>
      <Textarea
        label={
          <>
            {m.bookings_note()} <VisibilityMark who={whoReads['booking-words']} />
          </>
        }
        maxLength={2000}
        minRows={2}
        {...field('note')}
      />
    </>
  )
}

type HeadProps = Pick<Given, 'company' | 'onOther'> & { form: Meeting['form']; onForm: (form: Meeting['form']) => void }
const Head = ({ company, onOther, form, onForm }: HeadProps) => (
  <>
    <p className="bookings-now">
      <b>{company.name}</b>{' '}
      {onOther && (
        <button type="button" className="tov-text-button" onClick={onOther}>
          {m.bookings_other_company()}
        </button>
      )}
    </p>
    <div className="bookings-form">
      <Choices
        label={m.bookings_form()}
        value={form}
        options={meetingForms.map((value) => ({ value, label: formName[value]() }))}
        onChange={onForm}
      />
    </div>
  </>
)

const Foot = ({ slot }: { slot: FreeSlotRow | undefined }) => (
  <div className="tov-dialog-foot">
    <Button type="submit" variant="filled" disabled={!slot}>
      {slot ? m.bookings_book_at({ when: saysMoment(slot.startsAt) }) : m.bookings_choose_time()}
    </Button>
  </div>
)

const BookForm = ({ company, personId, from, onOther, onDone }: Given) => {
  const [slot, setSlot] = useState<FreeSlotRow>()
  const [form, setForm] = useState<Meeting['form']>('visit')
  const [contact, setContact] = useState<Contact>({ name: '', email: '', note: '', personId: null })
  const [why, setWhy] = useState('')
  const [asked, setAsked] = useState(false)
  const [secondId, setSecond] = useState<number | null>(null)
  const book = useAct(bookMeeting, {
    says: (made) =>
      m.bookings_booked({ what: formName[made.form](), when: saysMoment(made.startsAt), who: made.consultant }),
    onDone,
    // Who comes along may be of another field too.
    onProblem: (problem) => {
      setAsked(problem.code === 'field-unrelated')
      return false
    },
  })
  const send = (event: React.FormEvent) => {
    event.preventDefault()
    if (!slot || !contact.name.trim()) return
    const { personId: who, startsAt } = slot
    const agreed = {
      contactName: contact.name.trim(),
      contactEmail: contact.email.trim() || null,
      companyPersonId: contact.personId,
      note: contact.note.trim(),
      chosenWhy: why.trim() || null,
      secondId,
    }
    void book.run({ body: { companyId: company.id, personId: who, startsAt, form, ...agreed } })
  }
  return (
    <form onSubmit={send}>
      <Head
        company={company}
        onOther={onOther}
        form={form}
        onForm={(chosen) => {
          setForm(chosen)
          setSlot(undefined)
        }}
      />
      <SlotPick
        companyId={company.id}
        form={form}
        from={from}
        {...(personId && { personId })}
        chosen={slot}
        onChoose={setSlot}
        second={secondId}
        onSecond={(id) => {
          setSecond(id)
          // Whether both can is not known of a time that was chosen for one.
          if (id !== null && id !== slot?.second?.personId) setSlot(undefined)
        }}
      />
      <ChosenWhy slot={slot} asked={asked} value={why} onChange={setWhy} />
      <ContactFields companyId={company.id} contact={contact} onChange={setContact} />
      <Foot slot={slot} />
    </form>
  )
}

type Opened = { personId?: number; from: string; company?: Company; onClose: () => void }
/** A visit agreed elsewhere than in the queue: company, time, who to meet. From its card the company is known. */
export const BookDialog = ({ personId, from, company: known, onClose }: Opened) => {
  const [company, setCompany] = useState(known)
  return (
    <Dialog onClose={onClose} wide title={m.bookings_book_title()}>
      {company ? (
        <BookForm
          company={company}
          from={from}
          onOther={known ? undefined : () => setCompany(undefined)}
          onDone={onClose}
          {...(personId && { personId })}
        />
      ) : (
        <CompanyPick onChoose={setCompany} />
      )}
    </Dialog>
  )
}

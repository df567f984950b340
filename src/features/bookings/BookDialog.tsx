import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/act.ts'
import { useAnswer } from '#web/answers.ts'
import { saysMoment } from '#web/dates.ts'
import { listCompanies } from '../companies/companies.schema.ts'
import { bookMeeting } from './bookings.schema.ts'
import { SlotPick } from './SlotPick.tsx'
import type { FreeSlotRow } from './slot-row.tsx'

type Company = { id: number; name: string }

const CompanyPick = ({ onChoose }: { onChoose: (company: Company) => void }) => {
  const [q, setQ] = useState('')
  const { data } = useAnswer(
    listCompanies,
    { query: { q, status: 'active', limit: 8 } },
    { when: q.trim().length > 1, keep: true },
  )
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

/** A visit agreed elsewhere than in the queue: company, time, who to meet. */
export const BookDialog = ({ personId, from, onClose }: { personId?: number; from: string; onClose: () => void }) => {
  const [company, setCompany] = useState<Company>()
  const [slot, setSlot] = useState<FreeSlotRow>()
  const [contact, setContact] = useState({ name: '', email: '', note: '' })
  const book = useAct(bookMeeting, {
    says: (made) => m.bookings_booked({ when: saysMoment(made.startsAt), who: made.consultant }),
    onDone: onClose,
  })
  const ready = company && slot && contact.name.trim()
  const run = () =>
    company &&
    slot &&
    void book.run({
      body: {
        companyId: company.id,
        personId: slot.personId,
        startsAt: slot.startsAt,
        contactName: contact.name.trim(),
        contactEmail: contact.email.trim() || null,
        note: contact.note.trim(),
      },
    })
  const type = (change: Partial<typeof contact>) => setContact({ ...contact, ...change })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={m.bookings_book_title()}
      closeButtonProps={{ 'aria-label': m.web_close() }}
    >
      {!company && <CompanyPick onChoose={setCompany} />}
      {company && (
        <>
          <p className="bookings-now">
            <b>{company.name}</b>{' '}
            <button type="button" className="tov-text-button" onClick={() => setCompany(undefined)}>
              {m.bookings_other_company()}
            </button>
          </p>
          <SlotPick
            companyId={company.id}
            from={from}
            {...(personId && { personId })}
            chosen={slot}
            onChoose={setSlot}
          />
          <div className="bookings-contact">
            <TextInput
              label={m.bookings_contact_name()}
              required
              value={contact.name}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => type({ name: event.currentTarget.value })}
            />
            <TextInput
              type="email"
              label={m.bookings_contact_email()}
              value={contact.email}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => type({ email: event.currentTarget.value })}
            />
          </div>
          <Textarea
            label={m.bookings_note()}
            value={contact.note}
            maxLength={2000}
            minRows={2}
            onChange={(event) => type({ note: event.currentTarget.value })}
          />
          <div className="bookings-dialog-foot">
            <Button variant="filled" disabled={!ready} onClick={run}>
              {slot ? m.bookings_book_at({ when: saysMoment(slot.startsAt) }) : m.bookings_choose_time()}
            </Button>
          </div>
        </>
      )}
    </Modal>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { dayOf, saysDate, saysMoment } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Go, pathOf } from '#web/parts/Go.tsx'
import { isOneOf } from '#platform/typed.shared'
import { useOpened } from '#web/parts/opened.ts'
import { listStillOpen, sayLapsed, sayStillAgreed, spoken } from './still-agreed.schema.ts'
import './still-agreed.css'

type Open = RowOf<typeof listStillOpen>

const titles = {
  stop: m.still_agreed_title_stop,
  closed: m.still_agreed_title_closed,
  ceased: m.still_agreed_title_ceased,
  bankrupt: m.still_agreed_title_bankrupt,
  'being-dissolved': m.still_agreed_title_being_dissolved,
}

const whatOf = ({ subject, at, what, dueOn }: Open) => {
  if (subject === 'meeting') return m.still_agreed_meeting({ date: at ? saysDate(at) : '' })
  if (subject === 'promise') return m.still_agreed_promise({ what: what ?? '', date: dueOn ? saysDate(dueOn) : '' })
  if (subject === 'open-need') return m.still_agreed_need()
  if (subject === 'call-back') return m.still_agreed_back({ date: at ? saysMoment(at) : '' })
  if (subject === 'wants-visit') return m.still_agreed_wish()
  if (subject === 'later') return m.still_agreed_later({ date: dueOn ? saysDate(dueOn) : '' })
  return subject === 'new-time' ? m.still_agreed_new_time() : m.still_agreed_contact()
}
/** Where it is held or called off; what stands on this very page has no address. */
const placeOf = ({ subject, subjectId, at }: Open) => {
  if (subject === 'meeting' && at) return `/kalender?dag=${dayOf(at)}&hvem=alle&aftale=${subjectId}`
  // A need stands in its report: the card itself shows none that no list may name.
  if (subject === 'open-need') return `/besoeg/${subjectId}/rapport?for=rapport`
  return subject === 'promise' ? `/aftaler?aftale=${subjectId}` : null
}

type FormProps = { companyId: number; row: Open; onDone: () => void }
const SayForm = ({ companyId, row, onDone }: FormProps) => {
  const { subject, subjectId } = row
  const form = useContractForm(sayStillAgreed, {
    initial: { companyId, subject, subjectId, words: '' },
    says: () => m.still_agreed_is_said(),
    onDone,
  })
  return (
    <div {...useOpened(onDone)}>
      <ContractForm of={form}>
        <TextInput
          label={m.still_agreed_who_said()}
          description={isOneOf(spoken, subject) && m.still_agreed_yours()}
          required
          maxLength={300}
          {...form.field('words')}
        />
        <SendButton of={form} variant="default">
          {m.still_agreed_say()}
        </SendButton>
      </ContractForm>
    </div>
  )
}
const LapseForm = ({ companyId, row: { subject, subjectId }, onDone }: FormProps) => {
  const form = useContractForm(sayLapsed, {
    initial: { companyId, subject: isOneOf(spoken, subject) ? subject : 'later', subjectId, words: '' },
    says: () => m.still_agreed_is_lapsed(),
    onDone,
  })
  return (
    <div {...useOpened(onDone)}>
      <ContractForm of={form}>
        <TextInput label={m.still_agreed_lapse_why()} required maxLength={300} {...form.field('words')} />
        <SendButton of={form} variant="default">
          {m.still_agreed_lapse()}
        </SendButton>
      </ContractForm>
    </div>
  )
}

const OneOpen = ({ companyId, row }: { companyId: number; row: Open }) => {
  const [open, setOpen] = useState<'say' | 'lapse'>()
  const place = placeOf(row)
  const { say, lapse } = row.can
  const close = () => setOpen(undefined)
  return (
    <li>
      <div>
        {place ? (
          <Go className="tov-link" to={pathOf(place)}>
            {whatOf(row)}
          </Go>
        ) : (
          whatOf(row)
        )}
      </div>
      <div className="tov-dim tov-small">
        {row.said
          ? m.still_agreed_said({ who: row.said.by, date: saysDate(row.said.at), words: row.said.words })
          : (row.who ?? m.still_agreed_nobody())}
      </div>
      {open === 'say' && <SayForm companyId={companyId} row={row} onDone={close} />}
      {open === 'lapse' && <LapseForm companyId={companyId} row={row} onDone={close} />}
      {!open && (say || lapse) && (
        <div className="still-agreed-acts">
          {say && (
            <Button size="compact-sm" onClick={() => setOpen('say')}>
              {m.still_agreed_open()}
            </Button>
          )}
          {lapse && (
            <Button size="compact-sm" onClick={() => setOpen('lapse')}>
              {m.still_agreed_lapse_open()}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** What was agreed before they said stop or closed; nothing when nothing stands. */
export const StillAgreed = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listStillOpen, { query: { companyId } })
  const rows = data?.rows ?? []
  const [worst] = rows
  if (!worst) return null
  return (
    <Card title={titles[worst.against]({ date: saysDate(worst.since) })}>
      <p className="tov-dim still-agreed-what">{m.still_agreed_what()}</p>
      <ul className="still-agreed-list">
        {rows.map((row) => (
          <OneOpen key={`${row.subject} ${row.subjectId}`} companyId={companyId} row={row} />
        ))}
      </ul>
    </Card>
  )
}

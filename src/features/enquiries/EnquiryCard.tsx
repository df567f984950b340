import { ActionIcon, Button, NativeSelect, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { MailAddress } from '#web/parts/MailAddress.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysDeadline } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listSchools } from '../centre/schools.schema.ts'
import { WhoTakes } from '../promises/WhoTakes.tsx'
import { answerEnquiry, passEnquiryOn, showEnquiry, takeEnquiry } from './enquiries.schema.ts'
import { enquiryWayWords, fields } from './enquiry-words.table.ts'

type Enquiry = AnswerOf<typeof showEnquiry>

const why: Record<Enquiry['routedBy'], () => string> = {
  self: m.enquiries_routed_self,
  'regular-contact': m.enquiries_routed_contact,
  'wanted-school': m.enquiries_routed_school,
  field: m.enquiries_routed_field,
  centre: m.enquiries_routed_coordinator,
}
export const whoseOf = ({ owner, school }: Pick<Enquiry, 'owner' | 'school'>) =>
  owner?.name ?? (school ? m.enquiries_at_school({ school: school.name }) : m.enquiries_the_coordinator())

const Facts = ({ enquiry }: { enquiry: Enquiry }) => (
  <>
    <p className="enquiries-matter">{enquiry.matter}</p>
    {enquiry.companyId === null ? (
      <p>
        {enquiry.company} {enquiry.number && <span className="tov-figures tov-dim">{enquiry.number}</span>}
      </p>
    ) : (
      <Go className="tov-link" to={`/virksomheder/${enquiry.companyId}`}>
        {enquiry.company}
      </Go>
    )}
    <p>
      {enquiry.name}
      {enquiry.phone && (
        <>
          {', '}
          <a className="tov-link" href={`tel:${enquiry.phone.replace(/\s/g, '')}`}>
            {enquiry.phone}
          </a>
        </>
      )}
      {enquiry.email && (
        <>
          {', '}
          <a className="tov-link" href={`mailto:${enquiry.email}`}>
            <MailAddress of={enquiry.email} />
          </a>
        </>
      )}
    </p>
    {enquiry.field && <p>{fields[enquiry.field]()}</p>}
    {enquiry.wanted && <p>{m.enquiries_asked_for({ who: enquiry.wanted })}</p>}
    <p className="tov-dim tov-small">
      {m.enquiries_received({
        way: enquiryWayWords[enquiry.way](),
        date: saysDate(enquiry.receivedAt),
        who: enquiry.registeredBy ?? m.enquiries_themselves(),
      })}{' '}
      {why[enquiry.routedBy]()}
    </p>
    {enquiry.endedAt ? (
      <p>
        <StateTag tone="fri">
          {m.enquiries_ended({ who: enquiry.endedBy ?? '', date: saysDate(enquiry.endedAt) })}
        </StateTag>{' '}
        “{enquiry.answer}”
      </p>
    ) : (
      <p>
        {m.enquiries_has({ who: whoseOf(enquiry) })}{' '}
        <StateTag tone={enquiry.late ? 'galt' : 'venter'}>{saysDeadline(enquiry.dueOn)}</StateTag>
      </p>
    )}
  </>
)

const Answer = ({ id }: { id: number }) => {
  const [answer, setAnswer] = useState('')
  const act = useAct(answerEnquiry, { says: () => m.enquiries_said_answered() })
  const end = (how: 'answered' | 'closed') => void act.run({ params: { id }, body: { how, answer } })
  return (
    <>
      <Textarea
        label={m.enquiries_answer()}
        value={answer}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <div className="enquiries-acts">
        <Button variant="filled" disabled={answer.trim() === ''} onClick={() => end('answered')}>
          {m.enquiries_answered()}
        </Button>
        <Button disabled={answer.trim() === ''} onClick={() => end('closed')}>
          {m.enquiries_closed()}
        </Button>
      </div>
    </>
  )
}

/** To someone by name, to another school, or to the coordinators. */
const PassOn = ({ enquiry }: { enquiry: Enquiry }) => {
  const schools = useAnswer(listSchools).data?.rows ?? []
  const [toId, setToId] = useState<number>()
  const [schoolId, setSchoolId] = useState('')
  const [note, setNote] = useState('')
  const pass = useAct(passEnquiryOn, { says: (answer) => m.enquiries_said_passed({ who: whoseOf(answer) }) })
  const body = { toId: toId ?? null, schoolId: schoolId === '' ? null : Number(schoolId), note }
  return (
    <details className="enquiries-pass">
      <summary>{m.enquiries_pass_on()}</summary>
      <NativeSelect
        label={m.enquiries_pass_school()}
        value={schoolId}
        data={[
          { value: '', label: m.enquiries_the_coordinator() },
          ...schools.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(event) => {
          setSchoolId(event.currentTarget.value)
          setToId(undefined)
        }}
      />
      <WhoTakes
        companyId={enquiry.companyId ?? undefined}
        chosen={toId}
        except={enquiry.owner?.id}
        label={m.enquiries_pass_person()}
        onChoose={setToId}
      />
      <Textarea
        label={m.enquiries_pass_note()}
        value={note}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button onClick={() => void pass.run({ params: { id: enquiry.id }, body })}>{m.enquiries_pass_on()}</Button>
    </details>
  )
}

/** One enquiry with all that may be done about it. */
export const EnquiryCard = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const { data: enquiry, error } = useAnswer(showEnquiry, { params: { id } })
  const take = useAct(takeEnquiry, { says: () => m.enquiries_said_taken() })
  useKeys([{ key: 'escape', says: m.enquiries_close_card(), run: onClose, hidden: true }])
  const { ref } = useOpened(undefined, id)
  const cross = (
    <ActionIcon aria-label={m.enquiries_close_card()} onClick={onClose}>
      <IconX size={18} aria-hidden />
    </ActionIcon>
  )
  return (
    <div ref={ref} tabIndex={-1}>
      <Card title={m.enquiries_one()} right={cross}>
        {error && <p>{error.title}</p>}
        {enquiry && (
          <div className="enquiries-one">
            <VisibilityMark who={whoReads.enquiry} />
            <Facts enquiry={enquiry} />
            {enquiry.can.take && (
              <Button onClick={() => void take.run({ params: { id } })}>{m.enquiries_take()}</Button>
            )}
            {enquiry.can.answer && <Answer id={id} />}
            {enquiry.can.passOn && <PassOn enquiry={enquiry} />}
          </div>
        )}
      </Card>
    </div>
  )
}

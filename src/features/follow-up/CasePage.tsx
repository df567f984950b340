import { Button, Textarea } from '@mantine/core'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/act.ts'
import { useAnswer } from '#web/answers.ts'
import { Ask } from '#web/Ask.tsx'
import { Card } from '#web/Card.tsx'
import { first, saysDate } from '#web/dates.ts'
import { EmptyState } from '#web/EmptyState.tsx'
import { Initials } from '#web/Initials.tsx'
import { useToken } from '#web/params.ts'
import { PlainFrame } from '#web/PlainFrame.tsx'
import { type Knot, Thread } from '#web/Thread.tsx'
import { meetingKnot } from './CaseMeeting.tsx'
import { showCase, stopContact } from './case.schema.ts'
import './case.css'

type Seen = AnswerOf<typeof showCase>

const from = (who: string, school: string | null) =>
  school ? m.follow_up_case_who_school({ who, school }) : m.follow_up_case_who({ who })

const promiseKnot = ({ id, what, dueOn, late, who, school }: Seen['promised'][number], index: number): Knot => ({
  key: `promise-${id}`,
  kind: late || index === 0 ? 'due' : 'coming',
  when: late ? m.follow_up_case_late({ date: saysDate(dueOn) }) : m.follow_up_case_by({ date: saysDate(dueOn) }),
  title: first(what),
  line: who ? from(who, school) : m.follow_up_case_nobody(),
})

const doneKnot = ({ kind, id, on, what, who }: Seen['done'][number]): Knot => ({
  key: `${kind}-${id}`,
  kind: 'done',
  when: saysDate(on),
  title: kind === 'visit' ? m.follow_up_case_visited() : first(what),
  line: kind === 'visit' ? m.follow_up_case_who({ who }) : m.follow_up_case_as_agreed({ who }),
})

const Contact = ({ contact }: { contact: NonNullable<Seen['contact']> }) => (
  <Card title={m.follow_up_case_contact()}>
    <div className="follow-up-contact">
      <Initials name={contact.name} size={44} />
      <div>
        <b>{contact.name}</b>
        <div className="tov-dim">
          {contact.school ? m.follow_up_case_speaks_school({ school: contact.school }) : m.follow_up_case_speaks()}
        </div>
      </div>
    </div>
    <div className="follow-up-contact-ways">
      <Button
        component="a"
        href={`mailto:${contact.email}`}
        justify="flex-start"
        leftSection={<IconMail size={18} aria-hidden />}
      >
        {m.follow_up_case_write({ name: contact.name.split(' ')[0] ?? contact.name })}
      </Button>
      {contact.phone && (
        <Button
          component="a"
          href={`tel:${contact.phone.replace(/\s/g, '')}`}
          justify="flex-start"
          leftSection={<IconPhone size={18} aria-hidden />}
        >
          {m.follow_up_case_call({ phone: contact.phone })}
        </Button>
      )}
    </div>
  </Card>
)

/** The way to say stop is never hidden, and what it means is said before it is done. */
const Stop = ({ stopped, token }: { stopped: boolean; token: string }) => {
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState('')
  const stop = useAct(stopContact, { says: () => m.follow_up_case_stopped() })
  if (stopped) return <p className="follow-up-stop">{m.follow_up_case_is_stopped()}</p>
  return (
    <p className="follow-up-stop">
      {m.follow_up_case_only_yours()} {m.follow_up_case_stop_before()}{' '}
      <button type="button" className="follow-up-stop-button" onClick={() => setAsking(true)}>
        {m.follow_up_case_stop_link()}
      </button>
      {m.follow_up_case_stop_after()}
      <Ask
        open={asking}
        title={m.follow_up_case_stop_title()}
        yes={m.follow_up_case_stop_yes()}
        onClose={() => setAsking(false)}
        onYes={() => void stop.run({ params: { token }, body: { words } })}
      >
        <p>{m.follow_up_case_stop_text()}</p>
        <Textarea
          label={m.follow_up_case_stop_words()}
          value={words}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </Ask>
    </p>
  )
}

const Shown = ({ seen, token }: { seen: Seen; token: string }) => {
  const answerable = seen.meetings.find(({ can, confirmed }) => can.answer && !confirmed)
  const now = [
    ...seen.meetings.map((meeting) => meetingKnot(meeting, token, meeting === answerable)),
    ...seen.promised.map((promise, index) => promiseKnot(promise, index + seen.meetings.length)),
  ]
  const aside = (
    <>
      {seen.contact && <Contact contact={seen.contact} />}
      <Stop stopped={seen.stopped} token={token} />
    </>
  )
  return (
    <PlainFrame
      name={seen.centre}
      right={m.follow_up_case_only({ company: seen.company })}
      title={m.follow_up_case_title()}
      subtitle={m.follow_up_case_subtitle({ company: seen.company })}
      aside={aside}
    >
      <Card title={m.follow_up_case_now()}>
        {now.length > 0 ? (
          <Thread large label={m.follow_up_case_now()} knots={now} />
        ) : (
          <p className="follow-up-none">{m.follow_up_case_now_none()}</p>
        )}
      </Card>
      {seen.done.length > 0 && (
        <Card title={m.follow_up_case_done()}>
          <Thread large label={m.follow_up_case_done()} knots={seen.done.map(doneKnot)} />
        </Card>
      )}
    </PlainFrame>
  )
}

/** A company's own page: what happens now, who does it, by when; one answer to give, and a way to stop. No sign-in. */
export default () => {
  const token = useToken()
  const { data, error, isPending } = useAnswer(showCase, { params: { token } })
  if (data) return <Shown seen={data} token={token} />
  if (isPending) return null
  const gone = error?.code === 'link-revoked'
  return (
    <PlainFrame name="Tovholder" title={gone ? m.follow_up_case_gone() : m.follow_up_case_failed()}>
      <EmptyState title={gone ? m.follow_up_case_gone_title() : m.follow_up_case_failed_title()}>
        {gone ? m.follow_up_case_gone_text() : error?.title || m.web_failed()}
      </EmptyState>
    </PlainFrame>
  )
}

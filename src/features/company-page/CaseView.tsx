import { Button, Textarea } from '@mantine/core'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { first, saysDate } from '#web/parts/dates.ts'
import { Initials } from '#web/parts/Initials.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { type Knot, Thread } from '#web/parts/Thread.tsx'
import { toldCompany } from '../promises/told-company.table.ts'
import { from, groupKnots } from './CaseGroups.tsx'
import { meetingKnot } from './CaseMeeting.tsx'
import { type showCase, stopContact } from './company-page.schema.ts'
import './company-page.css'

type Seen = AnswerOf<typeof showCase>

const promiseKnot = ({ id, what, dueOn, late, who, school }: Seen['promised'][number], index: number): Knot => ({
  key: `promise-${id}`,
  kind: late || index === 0 ? 'due' : 'coming',
  when: late ? m.company_page_late({ date: saysDate(dueOn) }) : m.company_page_by({ date: saysDate(dueOn) }),
  title: first(toldCompany(what)),
  line: who ? from(who, school) : m.company_page_nobody(),
})

/** Names and the day; what it is about is between them. */
const askedKnot = ({ id, giver, to, hearBy, answered }: Seen['asked'][number]): Knot => ({
  key: `asked-${id}`,
  kind: 'coming',
  when: m.company_page_by({ date: saysDate(hearBy) }),
  title: answered
    ? m.company_page_asked_answered({ giver })
    : to
      ? m.company_page_asked({ giver, to })
      : m.company_page_asked_somebody({ giver }),
})

const newTimeKnot = ({ id, wasAt, who }: Seen['newTimes'][number]): Knot => ({
  key: `new-time-${id}`,
  kind: 'due',
  when: m.company_page_was({ date: saysDate(wasAt) }),
  title: m.company_page_new_time(),
  line: who ? m.company_page_new_time_who({ who }) : m.company_page_nobody(),
})

const doneTitle: Partial<Record<Seen['done'][number]['kind'], () => string>> = {
  visit: m.company_page_visited,
  meeting: m.company_page_agreed,
}
const doneKnot = ({ kind, id, on, what, who }: Seen['done'][number]): Knot => ({
  key: `${kind}-${id}`,
  kind: kind === 'meeting' ? 'past' : 'done',
  when: saysDate(on),
  title: doneTitle[kind]?.() ?? first(toldCompany(what)),
  line: kind === 'promise' ? m.company_page_as_agreed({ who }) : m.company_page_who({ who }),
})

const Contact = ({ contact }: { contact: NonNullable<Seen['contact']> }) => (
  <Card title={contact.regular ? m.company_page_regular_contact() : m.company_page_contact()}>
    <div className="company-page-contact">
      <Initials name={contact.name} size={44} />
      <div>
        <b>{contact.name}</b>
        <div className="tov-dim">
          {contact.school ? m.company_page_speaks_school({ school: contact.school }) : m.company_page_speaks()}
        </div>
      </div>
    </div>
    <div className="company-page-contact-ways">
      <Button
        component="a"
        href={`mailto:${contact.email}`}
        justify="flex-start"
        leftSection={<IconMail size={18} aria-hidden />}
      >
        {m.company_page_write({ name: contact.name.split(' ')[0] ?? contact.name })}
      </Button>
      {contact.phone && (
        <Button
          component="a"
          href={`tel:${contact.phone.replace(/\s/g, '')}`}
          justify="flex-start"
          leftSection={<IconPhone size={18} aria-hidden />}
        >
          {m.company_page_call({ phone: contact.phone })}
        </Button>
      )}
    </div>
  </Card>
)

/** The way to say stop is never hidden, and what it means is said before it is done. */
const Stop = ({ seen, token }: { seen: Seen; token: string }) => {
  const { stopped, contact } = seen
  const stands = seen.meetings.length + seen.promised.length > 0
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState('')
  const stop = useAct(stopContact, { says: () => m.company_page_stopped() })
  if (stopped)
    return (
      <p className="company-page-stop">
        {m.company_page_is_stopped()} {stands && contact && m.company_page_stop_stands({ who: contact.name })}
      </p>
    )
  return (
    <p className="company-page-stop">
      {m.company_page_only_yours()} {m.company_page_stop_before()}{' '}
      <button type="button" className="company-page-stop-button" onClick={() => setAsking(true)}>
        {m.company_page_stop_link()}
      </button>
      {m.company_page_stop_after()}
      <Ask
        open={asking}
        title={m.company_page_stop_title()}
        yes={m.company_page_stop_yes()}
        onClose={() => setAsking(false)}
        onYes={() => void stop.run({ params: { token }, body: { words } })}
      >
        <p>{m.company_page_stop_text()}</p>
        <Textarea
          label={m.company_page_stop_words()}
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

/** The page itself. Without a token it is only looked at: nothing can be answered. */
export const CaseView = ({ seen, token }: { seen: Seen; token: string | null }) => {
  const answerable = seen.meetings.find(({ can, confirmed }) => can.answer && !confirmed)
  const now = [
    ...seen.meetings.map((meeting) =>
      meetingKnot({ meeting, token: token ?? '', contact: seen.contact?.name ?? null, next: meeting === answerable }),
    ),
    ...seen.newTimes.map(newTimeKnot),
    ...seen.asked.map(askedKnot),
    ...seen.groups.flatMap(groupKnots),
    ...seen.promised.map((promise, index) => promiseKnot(promise, index + seen.meetings.length)),
  ]
  const aside = (
    <>
      {seen.contact && <Contact contact={seen.contact} />}
      {token !== null && <Stop seen={seen} token={token} />}
    </>
  )
  return (
    <PlainFrame
      name={seen.centre}
      right={<span className="tov-only-desktop">{m.company_page_only({ company: seen.company })}</span>}
      title={m.company_page_title()}
      subtitle={m.company_page_subtitle({ company: seen.company })}
      aside={aside}
    >
      <Card title={m.company_page_now()}>
        {now.length > 0 ? (
          <Thread large label={m.company_page_now()} knots={now} />
        ) : (
          <p className="company-page-none">
            {seen.apart ? m.company_page_now_none_apart() : m.company_page_now_none()}
          </p>
        )}
      </Card>
      {seen.theirs.length > 0 && (
        <Card title={m.company_page_theirs()}>
          <ul className="company-page-theirs">
            {seen.theirs.map(({ id, what, dueOn }) => (
              <li key={id}>
                {first(what)} <span className="tov-dim">{m.company_page_by({ date: saysDate(dueOn) })}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {seen.done.length > 0 && (
        <Card title={m.company_page_done()}>
          <Thread large label={m.company_page_done()} knots={seen.done.map(doneKnot)} />
        </Card>
      )}
    </PlainFrame>
  )
}

import { IconMapPin, IconPhone, IconMail } from '@tabler/icons-react'
import { sayMinutes } from '#platform/text/duration.shared'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysNear } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { Initials } from '#web/parts/Initials.tsx'
import { number } from '#web/parts/numbers.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { Quote } from '#web/parts/Thread.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { formName } from '../bookings/booking-words.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import type { BeforeVisit } from './before-visit.schema.ts'

type Of = { before: BeforeVisit }

const staffOf = ({ employees, employeesFrom, employeesTo }: BeforeVisit) => {
  if (employees !== null) return m.before_visit_staff({ count: number(employees) })
  if (employeesFrom === null) return ''
  return m.before_visit_staff({ count: employeesTo === null ? `${employeesFrom}+` : `${employeesFrom}–${employeesTo}` })
}

const Person = ({ person }: { person: BeforeVisit['people'][number] }) => (
  <li>
    <Initials name={person.name} />
    <div className="before-person">
      <b>{person.name}</b>
      <span className="tov-dim tov-small">{[person.title, person.note].filter(Boolean).join('. ')}</span>
    </div>
    {person.phone && (
      <a
        className="before-call"
        href={`tel:${person.phone.replace(/\s/g, '')}`}
        aria-label={m.before_visit_call({ who: person.name })}
      >
        <IconPhone size={20} aria-hidden />
      </a>
    )}
    {!person.phone && person.mail && (
      <a className="before-call" href={`mailto:${person.mail}`} aria-label={m.before_visit_mail({ who: person.name })}>
        <IconMail size={20} aria-hidden />
      </a>
    )}
  </li>
)

/** The map of the phone's own choice finds the address; how long the way is, only where somebody knows. */
const Way = ({ before }: Of) => {
  const { meetingForm, place, street, postalCode, town, driving } = before
  if (meetingForm !== 'visit')
    return (
      <p className="before-way">
        {formName[meetingForm]()}
        {place && `, ${place}`}
      </p>
    )
  const address = place || [street, [postalCode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <p className="before-way">
      <IconMapPin size={18} aria-hidden />
      <span>
        {address ? (
          <a
            className="tov-link"
            href={`https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(address)}`}
            target="_blank"
            rel="noreferrer"
          >
            {address}
          </a>
        ) : (
          m.before_visit_no_address()
        )}
        {driving !== null && <span className="tov-dim"> · {m.bookings_drive({ time: sayMinutes(driving) })}</span>}
      </span>
    </p>
  )
}

/** Who one meets, where, and who comes along. */
export const Meets = ({ before }: Of) => (
  <Card
    title={m.before_visit_meets()}
    right={<span className="tov-dim">{[staffOf(before), before.town].filter(Boolean).join(' · ')}</span>}
  >
    {before.industryText && <p className="tov-dim tov-small">{before.industryText}</p>}
    {before.people.length === 0 && <p>{m.before_visit_nobody()}</p>}
    <ul className="before-people">
      {before.people.map((person) => (
        <Person key={`${person.id} ${person.name}`} person={person} />
      ))}
    </ul>
    <Way before={before} />
    {before.visitors.length > 1 && (
      <ul className="before-goes">
        {before.visitors.map(({ personId, name, school, learns }) => (
          <li key={personId}>
            {[name, school].filter(Boolean).join(', ')}{' '}
            <span className="tov-dim">{learns ? m.before_visit_learns() : m.before_visit_leads()}</span>
          </li>
        ))}
      </ul>
    )}
  </Card>
)

const Promises = ({ before: { promises } }: Of) =>
  promises.length > 0 && (
    <section>
      <h3>{m.before_visit_promises()}</h3>
      <ul className="before-lines">
        {promises.map(({ id, what, owner, dueOn, late, promisedBy }) => (
          <li key={id}>
            <Go className="tov-link" to={`/aftaler?aftale=${id}`}>
              {what}
            </Go>{' '}
            <span className="tov-dim">
              {promisedBy === 'company' ? m.before_visit_they() : owner}, {saysNear(dueOn)}
            </span>{' '}
            {late && <StateTag tone="galt">{m.before_visit_late()}</StateTag>}
          </li>
        ))}
      </ul>
    </section>
  )

const Visits = ({ before: { visits } }: Of) =>
  visits.length > 0 && (
    <section>
      <h3>{m.before_visit_visits()}</h3>
      {visits.map(({ id, visitedAt, by, about, needs }) => (
        <div key={id} className="before-visit">
          <Go className="tov-link" to={`/besoeg/${id}/rapport?for=rapport`}>
            {m.before_visit_visit({ day: saysDate(visitedAt), who: by })}
          </Go>
          <p className="before-about">{about}</p>
          {needs.map((words) => (
            <p key={words}>“{words}”</p>
          ))}
        </div>
      ))}
    </section>
  )

/** What they said themselves, and what there has been between us. */
export const Said = ({ before }: Of) => {
  const { said, notes, knows } = before
  const none = !said && before.visits.length === 0
  return (
    <Card title={m.before_visit_said()} right={<VisibilityMark who={whoReads['booking-words']} />}>
      {none && <p>{m.before_visit_said_none()}</p>}
      {said && (
        <>
          <Quote>{said.words}</Quote>
          <p className="tov-dim tov-small">
            {said.who
              ? m.before_visit_said_to({ who: said.who, day: saysDate(said.at) })
              : m.before_visit_said_on({ day: saysDate(said.at) })}
          </p>
        </>
      )}
      <Visits before={before} />
      <Promises before={before} />
      {notes.length > 0 && (
        <section>
          <h3>{m.before_visit_notes()}</h3>
          {notes.map(({ words, who, visibility }) => (
            <p key={`${who} ${words}`}>
              {words} <span className="tov-dim">{who}</span> <VisibilityMark who={visibility} />
            </p>
          ))}
        </section>
      )}
      {knows.length > 0 && (
        <p className="tov-dim tov-small">
          {m.before_visit_knows({
            names: knows
              .map(({ name, school, has }) => [name, school, has && m.before_visit_has()].filter(Boolean).join(', '))
              .join(' · '),
          })}
        </p>
      )}
    </Card>
  )
}

/** For the two who go. */
export const Aim = ({ before: { aim, visitors } }: Of) =>
  aim && (
    <Card
      title={m.before_visit_aim({ who: aim.learner })}
      right={<VisibilityMark who="group" names={visitors.map(({ name }) => name)} />}
    >
      <p>{aim.words}</p>
    </Card>
  )

import { Button } from '@mantine/core'
import { IconMail, IconMailOff, IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { first, saysDate } from '#web/parts/dates.ts'
import { inPairs } from '#web/parts/numbers.ts'
import { useOpened } from '#web/parts/opened.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { listCompanyPeople, type Person } from './company-people.schema.ts'
import { sourceSays, waysOf } from './people-words.table.ts'
import { PersonActs } from './PersonActs.tsx'
import { AddForm, CorrectForm, Notice } from './PersonForm.tsx'
import './company-people.css'

type Seen = AnswerOf<typeof listCompanyPeople>
type At = { companyId: number; company: string }

const icons = {
  phone: { true: IconPhone, false: IconPhoneOff },
  mail: { true: IconMail, false: IconMailOff },
} as const

/** The ways to reach him: a press calls or writes. */
const Ways = ({ person }: { person: Person }) => {
  const ways = waysOf(person)
  if (ways.length === 0) return <span className="tov-dim">{m.company_people_no_channel()}</span>
  return ways.map(({ way, allowed, says }) => {
    const Icon = icons[way][`${allowed}`]
    const value = way === 'phone' ? person.phone.value : person.mail.value
    const inside = (
      <>
        <Icon size={15} stroke={1.7} aria-hidden /> {says}
      </>
    )
    return allowed && value ? (
      <a
        key={says}
        className="company-people-way"
        href={way === 'phone' ? `tel:${value}` : `mailto:${value}`}
        title={way === 'phone' ? inPairs(value) : value}
      >
        {inside}
      </a>
    ) : (
      <span key={says} className="company-people-way tov-dim">
        {inside}
      </span>
    )
  })
}

/** At another place of the company; one that bears the same name is the same to read. */
const isElsewhere = (person: Person, { companyId, company }: At) =>
  person.companyId !== companyId && person.company !== company

/** When best, for whom he speaks; else who says that he may be reached so. */
const remarkOf = (person: Person, apart: number | null) => {
  const { note, speaksForAll, phone, mail, leftOn } = person
  if (leftOn) return m.company_people_left({ date: saysDate(leftOn) })
  if (note) return note
  if (speaksForAll && apart !== null) return m.company_people_speaks_for_all({ count: apart })
  const told = [phone, mail].find(({ source, on }) => source !== null && on !== null)
  return told?.source && told.on
    ? first(m.company_people_source_on({ source: sourceSays(told.source), date: saysDate(told.on) }))
    : null
}

const Opened = ({ onStop, children }: { onStop: () => void; children: ReactNode }) => (
  <div className="company-people-form" {...useOpened(onStop)}>
    {children}
  </div>
)

type RowProps = At & { person: Person; seen: Seen; open: boolean; onOpen: (open: boolean) => void }
const Row = ({ person, seen: { apart, centre }, companyId, company, open, onOpen }: RowProps) => {
  const { name, title, leftOn, toldOn, tellBy } = person
  const close = () => onOpen(false)
  return (
    <li data-left={leftOn !== null || undefined}>
      <div className="company-people-row">
        <span className="company-people-who">
          <b>{name}</b>
          <span className="tov-dim tov-small">
            {[
              title,
              isElsewhere(person, { companyId, company }) && m.company_people_of_place({ place: person.company }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className="company-people-ways">{leftOn === null && <Ways person={person} />}</span>
        <span className="company-people-remark">
          {remarkOf(person, apart)}
          {leftOn === null && toldOn === null && (
            <StateTag tone="venter">{m.company_people_tell_by({ date: saysDate(tellBy) })}</StateTag>
          )}
        </span>
        <button
          type="button"
          className="tov-text-button"
          aria-expanded={open}
          aria-label={m.company_people_correct_whom({ name })}
          onClick={() => onOpen(!open)}
        >
          {m.company_people_correct()}
        </button>
      </div>
      {open && (
        <Opened onStop={close}>
          <CorrectForm
            person={person}
            apart={apart !== null}
            onDone={close}
            notice={
              toldOn ? (
                <p className="tov-dim tov-small">{m.company_people_told({ date: saysDate(toldOn) })}</p>
              ) : (
                <Notice centre={centre} source={person.source} />
              )
            }
          />
          <PersonActs person={person} onDone={close} />
        </Opened>
      )}
    </li>
  )
}

/** Who works there, which way each may be reached, and how it goes on: the people of the card. */
export const CompanyPeople = ({ companyId, company }: At) => {
  const { data: seen } = useAnswer(listCompanyPeople, { params: { companyId } })
  const [open, setOpen] = useState<number | 'new'>()
  const close = () => setOpen(undefined)
  return (
    <Card title={m.company_people_title()} right={<VisibilityMark who="centre" />} padded={false}>
      {seen && (
        <div className="company-people">
          {seen.rows.length === 0 ? (
            <p className="tov-dim">{m.company_people_none()}</p>
          ) : (
            <ul>
              {seen.rows.map((person) => (
                <Row
                  key={person.id}
                  person={person}
                  seen={seen}
                  companyId={companyId}
                  company={company}
                  open={open === person.id}
                  onOpen={(now) => setOpen(now ? person.id : undefined)}
                />
              ))}
            </ul>
          )}
          <div className="company-people-foot">
            <Button
              size="compact-sm"
              aria-expanded={open === 'new'}
              onClick={() => setOpen(open === 'new' ? undefined : 'new')}
            >
              {m.company_people_add()}
            </Button>
            {open === 'new' && (
              <Opened onStop={close}>
                <AddForm companyId={companyId} centre={seen.centre} apart={seen.apart !== null} onDone={close} />
              </Opened>
            )}
          </div>
        </div>
      )}
    </Card>
  )
}

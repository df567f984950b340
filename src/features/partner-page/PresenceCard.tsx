import { Button } from '@mantine/core'
import { IconCalendarEvent, IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { dayOf, first, saysDay, timeOf } from '#web/parts/dates.ts'
import { Initials } from '#web/parts/Initials.tsx'
import { saysTold } from '../presence-days/presence-words.tsx'
import type { showMyPartner } from './partner-page.schema.ts'

type Presence = AnswerOf<typeof showMyPartner>['presence']
type Day = Presence['days'][number]
const clock = (moment: string) => timeOf(moment).replace(':', '.')

const Who = ({ day: { who, calledOff } }: { day: Day }) => {
  if (calledOff) return <p>{m.partner_page_days_called_off()}</p>
  if (!who) return <p className="tov-dim">{m.partner_page_days_nobody()}</p>
  return (
    <p className="partner-page-who">
      <Initials name={who.name} /> {[who.name, who.school].filter(Boolean).join(', ')}
    </p>
  )
}
const OneDay = ({ day }: { day: Day }) => (
  <li className="partner-page-day">
    <IconCalendarEvent size={20} aria-hidden />
    <div>
      <h3>
        {m.partner_page_days_when({
          ...{ day: first(saysDay(day.startsAt)), from: clock(day.startsAt), to: clock(day.endsAt) },
        })}
      </h3>
      {day.movedFrom && day.movedFrom !== dayOf(day.startsAt) && (
        <p>{m.partner_page_days_moved({ day: saysDay(day.movedFrom) })}</p>
      )}
      <Who day={day} />
      {day.place && (
        <p className="partner-page-who tov-dim">
          <IconMapPin size={16} aria-hidden /> {day.place}
        </p>
      )}
    </div>
  </li>
)

/** Who comes to the partner when, the next first; and how many came, as far as it may be told. */
export const PresenceCard = ({ presence: { days, told } }: { presence: Presence }) => {
  const [all, setAll] = useState(false)
  if (days.length === 0 && !told) return null
  return (
    <Card title={m.partner_page_days()}>
      <ul className="partner-page-days">
        {days.slice(0, all ? days.length : 1).map((day) => (
          <OneDay key={day.startsAt} day={day} />
        ))}
      </ul>
      {told && (
        <p className="partner-page-told">
          {saysTold(told)} {m.presence_days_told_no_names()}
        </p>
      )}
      {days.length > 1 && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? m.partner_page_days_fewer() : m.partner_page_days_all()}
        </Button>
      )}
    </Card>
  )
}

import * as m from '#texts'
import { dayOf, first, saysDay, saysTime } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { type Calendar, formName, type Meeting } from './calendar-words.tsx'

type Props = { calendar: Calendar; days: readonly string[]; who: 'mine' | 'all'; onChoose: (id: number) => void }

const wayOf = ({ form, travelMinutes }: Meeting) =>
  form === 'visit' ? m.bookings_drive({ minutes: travelMinutes }) : formName[form]()

const Item = ({ meeting, who, onChoose }: { meeting: Meeting; who: Props['who']; onChoose: (id: number) => void }) => (
  <li>
    <button type="button" className="bookings-item" onClick={() => onChoose(meeting.id)}>
      <span className="bookings-item-time tov-figures">{saysTime(meeting.startsAt)}</span>
      <span className="bookings-item-words">
        <b className="tov-two-lines">{meeting.company}</b>
        <span className="tov-dim">
          {[meeting.town, who === 'all' ? meeting.consultant : wayOf(meeting)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {meeting.can.acknowledge && <StateTag tone="venter">{m.bookings_new()}</StateTag>}
    </button>
  </li>
)

/** The phone's calendar: day by day, what is on. */
export const DayList = ({ calendar, days, who, onChoose }: Props) => (
  <div className="bookings-list">
    {days.map((day) => {
      const meetings = calendar.bookings.filter((one) => dayOf(one.startsAt) === day)
      const away = calendar.people.filter((person) =>
        person.absences.some((one) => dayOf(one.startsAt) <= day && dayOf(one.endsAt) >= day),
      )
      return (
        <section key={day}>
          <h2>{first(saysDay(day))}</h2>
          <ul className="tov-card">
            {meetings.map((meeting) => (
              <Item key={meeting.id} meeting={meeting} who={who} onChoose={onChoose} />
            ))}
            {meetings.length === 0 && <li className="bookings-nothing tov-dim">{m.bookings_nothing()}</li>}
            {away.map((person) => (
              <li key={person.personId} className="bookings-nothing tov-dim">
                {who === 'all' ? m.bookings_is_away({ name: person.name }) : m.bookings_away()}
              </li>
            ))}
          </ul>
        </section>
      )
    })}
  </div>
)

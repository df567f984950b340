import * as m from '#texts'
import { dayOf, first, saysDay, saysTime, timeOf } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { formName, type Meeting, saysDriving, whoGoes } from '../bookings/booking-words.tsx'
import type { Person } from '../diaries/diary-person.tsx'
import { type Calendar, offOn, useBesideHref, saysNoHours, saysBeside } from './calendar-words.tsx'

type Props = { calendar: Calendar; days: readonly string[]; who: 'mine' | 'all'; onChoose: (id: number) => void }

const wayOf = (meeting: Meeting) => (meeting.form === 'visit' ? saysDriving(meeting) : formName[meeting.form]())

const Item = ({ meeting, who, onChoose }: { meeting: Meeting; who: Props['who']; onChoose: (id: number) => void }) => (
  <li>
    <button type="button" className="calendar-item" onClick={() => onChoose(meeting.id)}>
      <span className="calendar-item-time tov-figures">{saysTime(meeting.startsAt)}</span>
      <span className="calendar-item-words">
        <b className="tov-two-lines">{meeting.company}</b>
        <span className="tov-dim">
          {[meeting.town, who === 'all' ? whoGoes(meeting) : wayOf(meeting)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {meeting.can.acknowledge && <StateTag tone="venter">{m.bookings_new()}</StateTag>}
    </button>
  </li>
)

const besideOn = ({ beside }: Calendar, day: string) => beside.filter((one) => dayOf(one.startsAt) === day)
/** What else lies in people's time on a day. */
const Besides = ({ calendar, day, who }: { calendar: Calendar; day: string; who: Props['who'] }) => {
  const hrefOf = useBesideHref()
  const nameOf = (id: number) => calendar.people.find(({ personId }) => personId === id)?.name
  return besideOn(calendar, day).map((one) => {
    const href = hrefOf(one)
    const says = (
      <>
        <span className="calendar-item-time tov-figures">{saysTime(one.startsAt)}</span>
        <span className="calendar-item-words">
          <b className="tov-two-lines">{saysBeside(one)}</b>
          {who === 'all' && <span className="tov-dim">{nameOf(one.personId)}</span>}
        </span>
      </>
    )
    return (
      <li key={`${one.kind} ${one.personId} ${one.startsAt}`}>
        {href !== null ? (
          <Go className="calendar-item" to={href}>
            {says}
          </Go>
        ) : (
          <span className="calendar-item">{says}</span>
        )}
      </li>
    )
  })
}

/** When someone is busy elsewhere on a day. */
const saysBusy = ({ startsAt, endsAt }: Person['elsewhere'][number], day: string) => {
  const [from, to] = [saysTime(startsAt), saysTime(endsAt)]
  const [before, after] = [dayOf(startsAt) < day, dayOf(endsAt) > day]
  if (before) return after ? m.calendar_busy_all_day() : m.calendar_busy_until({ to })
  if (after) return timeOf(startsAt) === '00:00' ? m.calendar_busy_all_day() : m.calendar_busy_from({ from })
  return m.calendar_busy_at({ from, to })
}
const busyOn = ({ elsewhere }: Person, day: string) =>
  elsewhere
    .filter((one) => dayOf(one.startsAt) <= day && dayOf(one.endsAt) >= day)
    // What ends at midnight has nothing of the day that begins then.
    .filter((one) => dayOf(one.endsAt) !== day || timeOf(one.endsAt) !== '00:00')
    .map((one) => ({ key: one.startsAt, says: saysBusy(one, day) }))

/** Nothing is on; and why nothing can be, where that is so. */
const saysNothing = (calendar: Calendar, who: Props['who'], date: string) => {
  const offs = calendar.people.map((person) => offOn(calendar, person.personId, date))
  const [off] = offs
  const [person] = calendar.people
  const why =
    who === 'mine' && person
      ? saysNoHours({ person, date, off })
      : off !== undefined && offs.every((one) => one === off)
        ? m.calendar_closed({ why: off })
        : undefined
  return why ?? m.calendar_nothing()
}

/** The phone's calendar: day by day, what is on. */
export const DayList = ({ calendar, days, who, onChoose }: Props) => (
  <div className="calendar-list">
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
            <Besides calendar={calendar} day={day} who={who} />
            {meetings.length + besideOn(calendar, day).length === 0 && (
              <li className="calendar-nothing tov-dim">{saysNothing(calendar, who, day)}</li>
            )}
            {away.map((person) => (
              <li key={person.personId} className="calendar-nothing tov-dim">
                {who === 'all' ? m.calendar_is_away({ name: person.name }) : m.calendar_away()}
              </li>
            ))}
            {calendar.people.flatMap((person) =>
              busyOn(person, day).map((busy) => (
                <li key={`${person.personId} ${busy.key}`} className="calendar-nothing tov-dim">
                  {who === 'all' ? m.calendar_is_busy({ name: person.name, busy: busy.says }) : busy.says}
                </li>
              )),
            )}
          </ul>
        </section>
      )
    })}
  </div>
)

import * as m from '#texts'
import { dayOf, first, saysShortDay, saysTime, today } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { type Meeting, saysWay, whoGoes } from '../bookings/booking-words.tsx'
import {
  clockMinutes,
  type Column,
  hoursOn,
  useBesideHref,
  saysNoHours,
  saysBeside,
  spanOf,
  type Beside,
} from './calendar-words.tsx'

type Span = ReturnType<typeof spanOf>
/** An hour is as high as the window gives it room (`--hour`, calendar.css). */
const hoursHigh = (hours: number) => `calc(var(--hour) * ${hours})`
const place = (from: number, to: number, span: Span) => ({
  top: hoursHigh((from - span.from * 60) / 60),
  height: `max(18px, ${hoursHigh((to - from) / 60)})`,
})

/** Outside working hours: hatched, so that what can be booked is the quiet white. */
const Closed = ({ column, span }: { column: Column; span: Span }) => {
  const hours = column.off === undefined ? hoursOn(column).toSorted((a, b) => a.from - b.from) : []
  const edges = [span.from * 60, ...hours.flatMap((one) => [one.from, one.to]), span.to * 60]
  const gaps = Array.from(
    { length: edges.length / 2 },
    (_, at) => [edges[2 * at] ?? 0, edges[2 * at + 1] ?? 0] as const,
  )
  return gaps
    .filter(([from, to]) => to > from)
    .map(([from, to]) => <span key={from} className="calendar-closed" style={place(from, to, span)} />)
}

/** What of a span lies on the column's day, in minutes, as far as is shown; null: nothing. */
const partOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, { date }: Column, span: Span) => {
  if (dayOf(startsAt) > date || dayOf(endsAt) < date) return null
  const from = dayOf(startsAt) < date ? span.from * 60 : Math.max(span.from * 60, clockMinutes(startsAt))
  const to = dayOf(endsAt) > date ? span.to * 60 : Math.min(span.to * 60, clockMinutes(endsAt))
  return to > from ? { from, to } : null
}

const Away = ({ column, span }: { column: Column; span: Span }) => {
  const { absences, elsewhere } = column.person
  const all = [
    ...absences.map((one) => ({ ...one, key: `away ${one.id}`, says: one.note || m.calendar_away() })),
    ...elsewhere.map((one) => ({ ...one, key: `busy ${one.startsAt}`, says: m.calendar_busy() })),
  ]
  return all.map((one) => {
    const part = partOf(one, column, span)
    return (
      part && (
        <span key={one.key} className="calendar-away" style={place(part.from, part.to, span)}>
          {one.says}
        </span>
      )
    )
  })
}

/** A grey day says why, unless an absence does. */
const NoHours = ({ column }: { column: Column }) => {
  const away = column.person.absences.some(
    (one) => dayOf(one.startsAt) <= column.date && dayOf(one.endsAt) >= column.date,
  )
  const says = saysNoHours(column)
  return says && !away ? <span className="calendar-no-hours">{says}</span> : null
}

/** Kept free for the way: said in words, not by hatching alone. */
const Travel = ({ meeting, style }: { meeting: Meeting; style: { top: string; height: string } }) => (
  <span className="calendar-travel" style={style}>
    <span>{saysWay(meeting)}</span>
  </span>
)

const MeetingBlock = ({
  meeting,
  span,
  chosen,
  onChoose,
}: {
  meeting: Meeting
  span: Span
  chosen: boolean
  onChoose: (id: number) => void
}) => {
  const [from, to] = [clockMinutes(meeting.startsAt), clockMinutes(meeting.endsAt)]
  return (
    <>
      {meeting.travelMinutes > 0 && (
        <>
          <Travel meeting={meeting} style={place(from - meeting.travelMinutes, from, span)} />
          <Travel meeting={meeting} style={place(to, to + meeting.travelMinutes, span)} />
        </>
      )}
      <button
        type="button"
        className="calendar-meeting"
        data-new={(meeting.can.acknowledge || undefined) && true}
        aria-pressed={chosen}
        style={place(from, to, span)}
        onClick={() => onChoose(meeting.id)}
      >
        <span className="tov-figures">
          {saysTime(meeting.startsAt)}
          <span className="tov-only-read">
            {' '}
            {first(saysShortDay(meeting.startsAt))}, {whoGoes(meeting)}
          </span>
        </span>
        <b className="tov-two-lines">{meeting.company}</b>
      </button>
    </>
  )
}

/** A day at a partner's, a visit of theirs, a gathering: in the way like a meeting, and opened where it is kept by whoever may. */
const BesideBlock = ({ day, span }: { day: Beside; span: Span }) => {
  const hrefOf = useBesideHref()
  const [from, to] = [clockMinutes(day.startsAt), clockMinutes(day.endsAt)]
  const shown = { className: 'calendar-meeting', style: place(from, to, span) }
  const href = hrefOf(day)
  const says = (
    <>
      <span className="tov-figures">{saysTime(day.startsAt)}</span>
      <b className="tov-two-lines">{saysBeside(day)}</b>
    </>
  )
  return (
    <>
      {day.travelMinutes > 0 && (
        <>
          <span className="calendar-travel" style={place(from - day.travelMinutes, from, span)} />
          <span className="calendar-travel" style={place(to, to + day.travelMinutes, span)} />
        </>
      )}
      {href !== null ? (
        <Go {...shown} to={href}>
          {says}
        </Go>
      ) : (
        <span {...shown}>{says}</span>
      )}
    </>
  )
}

const spanVariable = (hours: number): Record<`--${string}`, number> => ({ '--hours': hours })

type Props = {
  columns: readonly Column[]
  titles: 'days' | 'people'
  chosen: number | undefined
  onChoose: (id: number) => void
  /** Someone's working hours, for whoever may change them. */
  onHours: (person: Column['person']) => void
}

/** A person's name over the column; where the hours may be changed, it opens them. */
const PersonTitle = ({ person, onHours }: Pick<Props, 'onHours'> & { person: Column['person'] }) => (
  <>
    {person.can.changeHours ? (
      <button type="button" className="calendar-person" title={m.calendar_hours()} onClick={() => onHours(person)}>
        {person.name}
      </button>
    ) : (
      person.name
    )}
    {person.school && (
      <span className="tov-two-lines" title={person.school}>
        {person.school}
      </span>
    )}
  </>
)

/** A week of one, or a day of all: hours down, columns across. Everything in it is also in the list on the phone. */
export const WeekGrid = ({ columns, titles, chosen, onChoose, onHours }: Props) => {
  const span = spanOf(columns)
  const hours = Array.from({ length: span.to - span.from }, (_, at) => span.from + at)
  return (
    <div
      className="calendar-grid tov-card"
      style={{
        gridTemplateColumns: `48px repeat(${columns.length}, minmax(${titles === 'people' ? 116 : 96}px, 1fr))`,
        ...spanVariable(hours.length),
      }}
    >
      <span className="calendar-corner" />
      {columns.map((column) => (
        <h2
          key={column.key}
          className="calendar-column-title"
          data-today={(titles === 'days' && column.date === today()) || undefined}
        >
          {titles === 'days' ? (
            first(saysShortDay(column.date))
          ) : (
            <PersonTitle person={column.person} onHours={onHours} />
          )}
        </h2>
      ))}
      <div className="calendar-hours tov-figures" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      {columns.map((column) => (
        <div key={column.key} className="calendar-column">
          <Closed column={column} span={span} />
          <Away column={column} span={span} />
          <NoHours column={column} />
          {column.beside.map((day) => (
            <BesideBlock key={`${day.kind} ${day.startsAt}`} day={day} span={span} />
          ))}
          {column.meetings.map((meeting) => (
            <MeetingBlock
              key={meeting.id}
              meeting={meeting}
              span={span}
              chosen={meeting.id === chosen}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

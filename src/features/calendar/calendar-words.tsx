import type { AnswerOf, Endpoint } from '#platform/endpoint'
import * as m from '#texts'
import { useMay } from '#web/frame/me.ts'
import { addDays, mondayOf, timeOf, weekday } from '#web/parts/dates.ts'
import type { Path } from '#web/parts/Go.tsx'
import type { Meeting } from '../bookings/booking-words.tsx'
import type { Person } from '../diaries/diary-person.tsx'
import { showGathering } from '../gatherings/gatherings.schema.ts'
import { showJointVisit } from '../joint-visits/joint-visits.schema.ts'
import { showPresenceDay } from '../presence-days/presence-days.schema.ts'
import type { showCalendar } from './calendar.schema.ts'

export type Calendar = AnswerOf<typeof showCalendar>

/** One column of the grid: a person on a day; `off`: why nobody works then. */
export type Column = {
  key: string
  date: string
  person: Person
  meetings: Meeting[]
  /** Days at partners, visits of theirs, and what people come together for. */
  beside: Beside[]
  off: string | undefined
}
export type Beside = Calendar['beside'][number]

const words: Record<Beside['kind'], (one: Beside) => string> = {
  'presence-day': ({ what }) => m.calendar_presence_day({ partner: what }),
  'joint-visit': ({ what, company }) =>
    company === null
      ? m.calendar_joint_visit_theirs({ partner: what })
      : m.calendar_joint_visit({ partner: what, company }),
  gathering: ({ what }) => what,
}
export const saysBeside = (one: Beside) => words[one.kind](one)
const kept: Record<Beside['kind'], { by: Endpoint; at: (id: number) => Path }> = {
  'presence-day': { by: showPresenceDay, at: (id) => `/aktoerer?dag=${id}` },
  'joint-visit': { by: showJointVisit, at: (id) => `/aktoerer?med=${id}` },
  gathering: { by: showGathering, at: (id) => `/arrangementer?nr=${id}` },
}
/** Where it is kept, for who may open it. */
export const useBesideHref = () => {
  const may = useMay()
  return ({ kind, id }: Beside): Path | null => (id !== null && may(kept[kind].by) ? kept[kind].at(id) : null)
}

/** The meetings someone goes to, with that one's driving. */
export const meetingsOf = ({ bookings }: Pick<Calendar, 'bookings'>, personId: number): Meeting[] =>
  bookings.flatMap((one) =>
    one.visitors.filter((own) => own.personId === personId).map(({ travelMinutes }) => ({ ...one, travelMinutes })),
  )

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
/** Minutes after midnight on the Danish clock. */
export const clockMinutes = (moment: string) => minutesOf(timeOf(moment))
export const hoursOn = ({ person, date }: Pick<Column, 'person' | 'date'>) =>
  person.hours
    .filter((one) => one.weekday === weekday(date))
    .map((one) => ({ from: minutesOf(one.from), to: minutesOf(one.to) }))

export const offOn = ({ daysOff }: Pick<Calendar, 'daysOff'>, personId: number, date: string) =>
  daysOff.find((one) => one.personId === personId && one.date === date)?.why

/** Why nothing can be booked all that day, where it is not absence that says so. */
export const saysNoHours = (column: Pick<Column, 'person' | 'date' | 'off'>) => {
  if (column.off !== undefined) return m.calendar_closed({ why: column.off })
  if (column.person.hours.length === 0) return m.calendar_no_hours()
  return hoursOn(column).length === 0 ? m.calendar_no_hours_day() : undefined
}

/** Whole hours to show: working hours and meetings of all columns, at least 8 to 16. */
export const spanOf = (columns: readonly Column[]) => {
  const from = columns.flatMap((column) => [
    ...hoursOn(column).map((one) => one.from),
    ...[...column.meetings, ...column.beside].map((one) => clockMinutes(one.startsAt) - one.travelMinutes),
  ])
  const to = columns.flatMap((column) => [
    ...hoursOn(column).map((one) => one.to),
    ...[...column.meetings, ...column.beside].map((one) => clockMinutes(one.endsAt) + one.travelMinutes),
  ])
  return { from: Math.floor(Math.min(8 * 60, ...from) / 60), to: Math.ceil(Math.max(16 * 60, ...to) / 60) }
}

/** Monday to Friday, and a weekend day when someone works or meets then. */
export const daysShown = (date: string, calendar: Calendar, dayOf: (moment: string) => string) => {
  const monday = mondayOf(date)
  const works = (day: string) => calendar.people.some((person) => hoursOn({ person, date: day }).length > 0)
  const meets = (day: string) => [...calendar.bookings, ...calendar.beside].some((one) => dayOf(one.startsAt) === day)
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at)).filter(
    (day) => weekday(day) < 6 || works(day) || meets(day),
  )
}

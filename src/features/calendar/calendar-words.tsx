import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { addDays, mondayOf, timeOf, weekday } from '#web/parts/dates.ts'
import type { Meeting } from '../bookings/booking-words.tsx'
import type { Person } from '../diaries/diary-person.tsx'
import type { showCalendar } from './calendar.schema.ts'

export type Calendar = AnswerOf<typeof showCalendar>

/** One column of the grid: a person on a day; `off`: why nobody works then. */
export type Column = {
  key: string
  date: string
  person: Person
  meetings: Meeting[]
  /** Days at partners, and visits of theirs. */
  partners: WithPartner[]
  off: string | undefined
}
export type WithPartner = Calendar['withPartners'][number]

export const saysPartner = ({ kind, partner, company }: WithPartner) =>
  kind === 'presence-day'
    ? m.calendar_presence_day({ partner })
    : company === null
      ? m.calendar_joint_visit_theirs({ partner })
      : m.calendar_joint_visit({ partner, company })
/** Where it is kept. */
export const partnerHref = ({ kind, id }: WithPartner) =>
  id === null ? null : kind === 'presence-day' ? (`/aktoerer?dag=${id}` as const) : (`/aktoerer?med=${id}` as const)

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
    ...[...column.meetings, ...column.partners].map((one) => clockMinutes(one.startsAt) - one.travelMinutes),
  ])
  const to = columns.flatMap((column) => [
    ...hoursOn(column).map((one) => one.to),
    ...[...column.meetings, ...column.partners].map((one) => clockMinutes(one.endsAt) + one.travelMinutes),
  ])
  return { from: Math.floor(Math.min(8 * 60, ...from) / 60), to: Math.ceil(Math.max(16 * 60, ...to) / 60) }
}

/** Monday to Friday, and a weekend day when someone works or meets then. */
export const daysShown = (date: string, calendar: Calendar, dayOf: (moment: string) => string) => {
  const monday = mondayOf(date)
  const works = (day: string) => calendar.people.some((person) => hoursOn({ person, date: day }).length > 0)
  const meets = (day: string) =>
    [...calendar.bookings, ...calendar.withPartners].some((one) => dayOf(one.startsAt) === day)
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at)).filter(
    (day) => weekday(day) < 6 || works(day) || meets(day),
  )
}

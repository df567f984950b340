/** Weeks, and who of a school may be shown: reckoned from what is given. Knows no statement. */
import { Temporal } from 'temporal-polyfill'
import { daysAfter } from '#platform/clock'

export const mondayOf = (date: string) => daysAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
export const weekNumber = (date: string) => Temporal.PlainDate.from(date).weekOfYear ?? 0
export const weeksFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, n) => daysAfter(first, 7 * n))

type Agreed = {
  meetings: number | null
  booked: number
  kept: number
  schoolMeetings: number | null
  schoolTaken: number | null
}
/** How many more someone can take in a week; infinite where nothing is agreed. */
export const roomIn = ({ meetings, booked, kept, schoolMeetings, schoolTaken }: Agreed): number =>
  Math.min(
    meetings === null ? Infinity : meetings - booked - kept,
    schoolMeetings === null ? Infinity : schoolMeetings - (schoolTaken ?? 0),
  )

type Unit<School> = { school: School; people: number }
/**
 * Schools as others see them: one with a single consultant is joined with the next, so that no sum is one person's. What is left alone at the
 * end is joined with the last; where there is nobody to join it with, it is not shown at all.
 */
export const joinedSchools = <School>(units: readonly Unit<School>[]): School[][] => {
  const groups: { schools: School[]; people: number }[] = []
  for (const { school, people } of units) {
    if (people === 0) continue
    const last = groups.at(-1)
    if (last && last.people < 2) {
      last.schools.push(school)
      last.people += people
    } else groups.push({ schools: [school], people })
  }
  const last = groups.at(-1)
  if (last && last.people < 2) {
    groups.pop()
    groups.at(-1)?.schools.push(...last.schools)
  }
  return groups.map(({ schools }) => schools)
}

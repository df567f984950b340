/** Weeks, and who of a school may be shown: reckoned from what is given. Knows no statement. */
import { Temporal } from 'temporal-polyfill'
import { daysAfter } from '#platform/clock'
import { fewest, type PausedBecause } from './capacity.schema.ts'

export const mondayOf = (date: string) => daysAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
export const weekNumber = (date: string) => Temporal.PlainDate.from(date).weekOfYear ?? 0
export const weeksFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, n) => daysAfter(first, 7 * n))

/** Weeks from one Monday to another, both counted. */
export const weeksBetween = (first: string, last: string) =>
  (Date.parse(last) - Date.parse(first)) / (7 * 24 * 3_600_000) + 1

type OfAll = { meetings: number | null; booked: number; kept: number }
type OfPerson = OfAll & { formMost: number | null; formTaken: number | null }
type OfSchool = {
  schoolMeetings: number | null
  schoolTaken: number | null
  schoolFormMost: number | null
  schoolFormTaken: number | null
}
const left = (most: number | null, taken: number | null) => (most === null ? Infinity : most - (taken ?? 0))
/** How many more someone's own numbers leave in a week, of all and of the kind that is asked for; infinite where none is agreed. */
export const ownRoom = ({ meetings, booked, kept, formMost, formTaken }: OfPerson): number =>
  Math.min(left(meetings, booked + kept), left(formMost, formTaken))
/** The same of the school's numbers. */
export const schoolRoom = ({ schoolMeetings, schoolTaken, schoolFormMost, schoolFormTaken }: OfSchool): number =>
  Math.min(left(schoolMeetings, schoolTaken), left(schoolFormMost, schoolFormTaken))
/** Room for a meeting of some other kind. */
export const roomOfAnother = (week: OfAll & Pick<OfSchool, 'schoolMeetings' | 'schoolTaken'>): number =>
  Math.min(left(week.meetings, week.booked + week.kept), left(week.schoolMeetings, week.schoolTaken))
/** None is agreed of, be it of all or of the kind that is asked for: that is another thing than full. */
export const agreedNone = (
  week: Pick<OfPerson, 'meetings' | 'formMost'> & Pick<OfSchool, 'schoolMeetings' | 'schoolFormMost'>,
) => [week.meetings, week.formMost, week.schoolMeetings, week.schoolFormMost].includes(0)
/** How many more someone can take in a week; infinite where nothing is agreed. */
export const roomIn = (week: OfPerson & OfSchool): number => Math.min(ownRoom(week), schoolRoom(week))

type Week = { room: number; fits: number; none: boolean }
/** The number leaves one more, and there is an hour for it. */
export const hasRoom = ({ room, fits }: Week) => room > 0 && fits > 0
/** Why a list pauses: none of those it is called for works in the weeks that are promised, nobody agreed to any, whoever has an hour is full, or whoever has room has no hour; null: it does not. */
export const becauseOf = (weeks: readonly Week[]): PausedBecause | null => {
  if (weeks.length === 0) return 'away'
  if (weeks.some(hasRoom)) return null
  if (weeks.every(({ none }) => none)) return 'none'
  // One more of whoever has an hour would do.
  const isOnlyFull = weeks.some(({ room, fits }) => room <= 0 && fits > 0)
  return isOnlyFull || weeks.every(({ room }) => room <= 0) ? 'full' : 'no-time'
}
/** Until it is judged anew each who calls may promise in the call that runs and in one that begins: with more hours than that for all of them nobody promises another's. */
export const areFew = (places: readonly Pick<Week, 'fits'>[], callers: number) =>
  places.reduce((sum, { fits }) => sum + fits, 0) <= 2 * callers

type Unit<School> = { school: School; people: number }
const peopleOf = (units: readonly Unit<unknown>[]) => units.reduce((sum, { people }) => sum + people, 0)
/** Whoever sees the numbers of one of the schools, and takes them away, has still a sum of so many. */
const isSafe = (units: readonly Unit<unknown>[]) =>
  peopleOf(units) - (units.length === 1 ? 0 : Math.max(0, ...units.map(({ people }) => people))) >= fewest
/**
 * Schools as others see them, for every other alike: one with too few consultants is joined with the next, so that no sum leads to them. What is left
 * at the end is joined with those before; where that does not do, it is not shown at all.
 */
export const joinedSchools = <School>(units: readonly Unit<School>[]): School[][] => {
  const groups: Unit<School>[][] = []
  for (const unit of units) {
    if (unit.people === 0) continue
    const last = groups.at(-1)
    if (last && !isSafe(last)) last.push(unit)
    else groups.push([unit])
  }
  const safe = groups.filter(isSafe)
  const rest = groups.filter((group) => !isSafe(group)).flat()
  for (let from = safe.length - 1; rest.length > 0 && from >= 0; from--) {
    const together = [...safe.slice(from).flat(), ...rest]
    if (!isSafe(together)) continue
    safe.splice(from, safe.length, together)
    break
  }
  return safe.map((group) => group.map(({ school }) => school))
}

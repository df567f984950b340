/** When there is no room left at this pace: reckoned from what is given. Knows no statement. */
import { daysAfter } from '#platform/clock'
import { mondayOf } from '../capacity/capacity.ts'

/** Free visits of a week; null: somebody works in it without an agreed number. */
export type FreeWeek = { weekOn: string; free: number | null }
export type Known = {
  today: string
  /** Working days that follow today, in order, as far as is looked; what is promised on the last of them stands in `weeks` too. */
  ahead: readonly string[]
  weeks: readonly FreeWeek[]
  /** So many weeks, this one counted, are promised on the phone. */
  horizon: number
  /** Meetings that were agreed on the working days looked back on, and how many days those are. */
  booked: number
  days: number
}
export type Reckoned =
  | { state: 'full' }
  | { state: 'on'; on: string; workdays: number }
  | { state: 'lasts'; until: string }
  /** There is room so far; a week that comes into sight then has somebody without a number. */
  | { state: 'known-until'; until: string }
  | { state: 'unknown'; why: 'not-agreed' | 'few-days' | 'few-meetings' }

/** What is full first, of all kinds together or of the one that is asked for; of the one nothing is free that is not free of all. */
export const sooner = <Of extends { state: string; workdays: number | null }>(all: Of, ofKind: Of): Of => {
  if (ofKind.state === 'unknown' || all.state === 'full') return all
  if (ofKind.state === 'full') return ofKind
  if (ofKind.workdays !== null) return all.workdays !== null && all.workdays <= ofKind.workdays ? all : ofKind
  // Neither is full as far as is looked: that of all says more, unless it knows less.
  return all.state === 'unknown' || all.state === 'known-until' ? ofKind : all
}

/** Fewer say nothing of a pace. */
export const leastDays = 5
export const leastMeetings = 3

/** A pace of fewer people is one's own, and told to nobody. */
const fewestTold = 3
const isTold = (people: number) => people >= fewestTold
/** Of which schools, of so many people each, it is told what the forecast rests on, and whether it is of all: never where fewer are left when each that is told is taken away. */
export const toldOf = (schools: readonly number[]) => {
  const sumOf = (some: readonly number[]) => some.reduce((sum, people) => sum + people, 0)
  const left = sumOf(schools.filter((people) => !isTold(people)))
  return { schools: schools.map(isTold), all: isTold(sumOf(schools)) && (left === 0 || isTold(left)) }
}

/** Each week with its Friday. */
const withEnd = <Week extends FreeWeek>(weeks: readonly Week[]) =>
  weeks.map((week) => ({ ...week, friday: daysAfter(week.weekOn, 4) }))
/** Weeks that are promised on a day: one that has nothing but its Friday and weekend left is hardly promised any more. */
const promised = <Week extends { weekOn: string; friday: string }>(
  weeks: readonly Week[],
  day: string,
  horizon: number,
) => {
  const last = daysAfter(mondayOf(day), 7 * (horizon - 1))
  return weeks.filter(({ weekOn, friday }) => weekOn <= last && day < friday)
}
/** What stands free in the weeks that are promised today; null: nobody knows. */
export const freeNow = ({ weeks, today, horizon }: Pick<Known, 'weeks' | 'today' | 'horizon'>): number | null => {
  const now = promised(withEnd(weeks), today, horizon)
  return now.some(({ free }) => free === null) ? null : now.reduce((sum, { free }) => sum + (free ?? 0), 0)
}

/**
 * Day by day as many meetings as were agreed on a day lately, each in the first week with room. Full is the first day on which the weeks then promised
 * have no room: what a list pauses by. As lists do, it goes on when the next week comes into sight.
 */
export const reckonFull = ({ today, ahead, weeks, horizon, booked, days }: Known): Reckoned => {
  const free = freeNow({ weeks, today, horizon })
  if (free === null) return { state: 'unknown', why: 'not-agreed' }
  if (free < 1) return { state: 'full' }
  if (days < leastDays) return { state: 'unknown', why: 'few-days' }
  if (booked < leastMeetings) return { state: 'unknown', why: 'few-meetings' }
  const ended = withEnd(weeks)
  // In parts of a meeting, so that nothing is rounded: of each of so many days the part of all that were agreed.
  const left = new Map(weeks.map((week) => [week.weekOn, (week.free ?? 0) * days]))
  let last = today
  for (const [at, day] of ahead.entries()) {
    const open = promised(ended, day, horizon)
    if (open.some((week) => week.free === null)) return { state: 'known-until', until: last }
    let owed = booked
    for (const { weekOn } of open) {
      const here = left.get(weekOn) ?? 0
      left.set(weekOn, Math.max(0, here - owed))
      owed = Math.max(0, owed - here)
    }
    if (open.every(({ weekOn }) => left.get(weekOn) === 0)) return { state: 'on', on: day, workdays: at + 1 }
    last = day
  }
  return { state: 'lasts', until: last }
}

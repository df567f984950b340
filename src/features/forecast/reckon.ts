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
  | { state: 'unknown'; why: 'not-agreed' | 'few-days' | 'few-meetings' }

/** Fewer say nothing of a pace. */
export const leastDays = 5
export const leastMeetings = 3

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
  const left = new Map(weeks.map((week) => [week.weekOn, week.free ?? Infinity]))
  // In parts of a meeting, so that nothing is rounded: so many on each of so many days.
  let owed = 0
  let last = today
  for (const [at, day] of ahead.entries()) {
    const open = promised(ended, day, horizon)
    const firstFree = () => open.find(({ weekOn }) => (left.get(weekOn) ?? 0) >= 1)
    owed += booked
    for (let week = firstFree(); week && owed >= days; week = firstFree()) {
      left.set(week.weekOn, (left.get(week.weekOn) ?? 0) - 1)
      owed -= days
    }
    if (!firstFree()) return { state: 'on', on: day, workdays: at + 1 }
    last = day
  }
  return { state: 'lasts', until: last }
}

import { Temporal } from 'temporal-polyfill'
import { dateOf, momentOf } from '#platform/clock'
import { workingTime } from '../../src/features/working-days/working-days.ts'
import { daysAfter, mondayOf } from './dates.ts'

const working = workingTime([], [])

/** Nobody calls, visits or teaches at weekends, on holidays, at Christmas (23 December to 2 January), and while industry is closed (weeks 28–30). */
const reckon = (date: string): boolean => {
  const weekday = new Date(date).getUTCDay()
  const monthDay = date.slice(5)
  const summer = mondayOf(`${date.slice(0, 4)}-07-09`)
  const closed = monthDay >= '12-23' || monthDay <= '01-02' || monthDay === '06-05'
  const away = date >= summer && date < daysAfter(summer, 21)
  return weekday !== 0 && weekday !== 6 && !closed && !away && !working.offOn(date)
}

const known = new Map<string, boolean>()
export const isWorkday = (date: string): boolean => {
  if (!known.has(date)) known.set(date, reckon(date))
  return known.get(date) ?? false
}

/** The next workday after `date`, or before it with a step of -1. */
export const workdayFrom = (date: string, step: 1 | -1 = 1): string => {
  let day = daysAfter(date, step)
  while (!isWorkday(day)) day = daysAfter(day, step)
  return day
}

/** The workday on or after a date. */
export const workdayOn = (date: string): string => (isWorkday(date) ? date : workdayFrom(date))

/** A moment in milliseconds. */
export const at = (date: string, time: string): number => momentOf(date, time).epochMilliseconds
export const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)
export const iso = (ms: number): string => new Date(ms).toISOString()
export const dateAt = (ms: number): string => dateOf(instant(ms)).toString()
export const minutes = (count: number): number => count * 60_000

export type Calendar = ReturnType<typeof makeCalendar>

/** The demo's time, counted from now. Day 0 is today, or the last workday when nobody works today. */
export const makeCalendar = (now: Temporal.Instant) => {
  const today = dateOf(now).toString()
  const past = [isWorkday(today) ? today : workdayFrom(today, -1)]
  const coming = [past[0] ?? today]
  const nth = (list: string[], n: number, step: 1 | -1): string => {
    while (list.length <= n) list.push(workdayFrom(list.at(-1) ?? today, step))
    return list[n] ?? today
  }
  return {
    now: now.epochMilliseconds,
    today,
    /** So many workdays before day 0; negative: after it. */
    day: (ago: number) => (ago >= 0 ? nth(past, ago, -1) : nth(coming, -ago, 1)),
    /** That workday at a wall-clock time in Denmark. */
    at: (ago: number, time: string) => at(ago >= 0 ? nth(past, ago, -1) : nth(coming, -ago, 1), time),
  }
}

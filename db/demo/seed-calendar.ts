import { Temporal } from 'temporal-polyfill'
import { dateOf, momentOf } from '#platform/clock'
import { daysAfter, mondayOf } from './dates.ts'

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher's rule). */
const easter = (year: number): string => {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const holidays = new Map<number, Set<string>>()
const holidaysOf = (year: number) => {
  const known = holidays.get(year)
  if (known) return known
  // Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday; Constitution Day is half a day off for most.
  const movable = [-3, -2, 1, 39, 50].map((days) => daysAfter(easter(year), days))
  const made = new Set([...movable, `${year}-06-05`])
  holidays.set(year, made)
  return made
}

/** Nobody calls or visits at weekends, on holidays, between Christmas and New Year, and while industry is closed (weeks 28–30). */
export const isWorkday = (date: string): boolean => {
  const weekday = new Date(date).getUTCDay()
  const monthDay = date.slice(5)
  const year = Number(date.slice(0, 4))
  const summer = mondayOf(`${year}-07-09`)
  const closed = monthDay >= '12-24' || monthDay === '01-01' || (date >= summer && date < daysAfter(summer, 21))
  return weekday !== 0 && weekday !== 6 && !closed && !holidaysOf(year).has(date)
}

/** The next workday after `date`, or before it with a step of -1. */
export const workdayFrom = (date: string, step: 1 | -1 = 1): string => {
  let day = daysAfter(date, step)
  while (!isWorkday(day)) day = daysAfter(day, step)
  return day
}

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

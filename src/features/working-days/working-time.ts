/** When people work, and when the centre calls: reckoned from what is given, on the Danish wall clock. Knows no statement. */
import { Temporal } from 'temporal-polyfill'
import { dateOf, daysAfter, momentOf } from '#platform/clock'
import { holidays } from './public-holidays.ts'
import type { Holiday } from './working-days.schema.ts'

/** ISO weekday, 1 is Monday; wall-clock times. */
export type CallingHours = { weekday: number; from: string; to: string }
/** Closed from the first to the last day; `schoolId` null: the whole centre. */
export type ClosedDays = { from: string; to: string; name: string; schoolId: number | null }
export type DayOff = { holiday: Holiday } | { closed: string }

export type WorkingTime = {
  /** Why nobody works on a date (`2026-12-25`); of a school's people, also when the school is closed. */
  offOn: (date: string, schoolId?: number | null) => DayOff | undefined
  /** The nth day from Monday to Friday after a date on which the centre works. */
  workdayAfter: (date: string, days: number) => string
  /** How many days the centre works after one date, up to and with another; as many less than none when the other is earlier. */
  workdaysUntil: (from: string, to: string) => number
  /** The first moment, not before this one, at which the centre calls. */
  opensAt: (moment: Temporal.Instant) => Temporal.Instant
}

const weekdayOf = (date: string) => Temporal.PlainDate.from(date).dayOfWeek
/** A centre that is closed for longer has no next day. */
const farthest = 400

export const workingTime = (hours: readonly CallingHours[], closed: readonly ClosedDays[]): WorkingTime => {
  const holidayOn = holidays()
  const offOn = (date: string, schoolId: number | null = null): DayOff | undefined => {
    const holiday = holidayOn(date)
    if (holiday) return { holiday }
    const why = closed.find(
      (one) => one.from <= date && date <= one.to && (one.schoolId === null || one.schoolId === schoolId),
    )
    return why && { closed: why.name }
  }
  const next = <T>(date: string, found: (date: string) => T | undefined): T => {
    for (let days = 0; days < farthest; days++) {
      const there = found(daysAfter(date, days))
      if (there !== undefined) return there
    }
    throw new Error(`The centre has no working day for ${farthest} days after ${date}.`)
  }
  const works = (date: string) => weekdayOf(date) <= 5 && !offOn(date)
  const workdaysUntil = (from: string, to: string): number => {
    if (to < from) return -workdaysUntil(to, from)
    let count = 0
    for (let day = daysAfter(from, 1); day <= to; day = daysAfter(day, 1)) if (works(day)) count++
    return count
  }
  return {
    offOn,
    workdaysUntil,
    workdayAfter: (date, days) => {
      let day = date
      for (let n = 0; n < days; n++) day = next(daysAfter(day, 1), (one) => (works(one) ? one : undefined))
      return day
    },
    opensAt: (moment) =>
      next(dateOf(moment).toString(), (date) => {
        const today = offOn(date) ? undefined : hours.find(({ weekday }) => weekday === weekdayOf(date))
        if (!today) return
        const [opens, closes] = [momentOf(date, today.from), momentOf(date, today.to)]
        if (Temporal.Instant.compare(moment, closes) >= 0) return
        return Temporal.Instant.compare(moment, opens) < 0 ? opens : moment
      }),
  }
}

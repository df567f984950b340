import { Temporal } from 'temporal-polyfill'

/** The trade's days are days in Denmark. */
export const zone = 'Europe/Copenhagen'
export type Clock = () => Temporal.Instant
export const systemClock: Clock = () => Temporal.Now.instant()

/** The calendar date in Denmark at a moment. */
export const dateOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDate()
/** `date` plus whole months; the 31st becomes the last day of a shorter month. Dates as `2026-11-30`. */
export const monthsAfter = (date: string, months: number) => Temporal.PlainDate.from(date).add({ months }).toString()
export const daysAfter = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()
/** The moment of a wall-clock time in Denmark. In the hour that daylight saving skips, the later; in the doubled hour, the first. */
export const momentOf = (date: string, time: string) =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()

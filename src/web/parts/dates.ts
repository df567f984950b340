import * as m from '#texts'
import { getLocale } from '#texts/runtime'

/**
 * Dates and times as people say them, always in Denmark's time whatever the computer is set to. A day is a string
 * `2026-11-23`; a moment is ISO 8601 with zone, or a Date.
 */
export const zone = 'Europe/Copenhagen'
type Moment = string | Date
const asDate = (moment: Moment) => (typeof moment === 'string' ? new Date(moment) : moment)
const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value)

const formats = new Map<string, Intl.DateTimeFormat>()
const format = (options: Intl.DateTimeFormatOptions, timeZone = zone) => {
  const key = JSON.stringify([getLocale(), timeZone, options])
  const made = formats.get(key) ?? new Intl.DateTimeFormat(m.platform_locale(), { timeZone, ...options })
  formats.set(key, made)
  return made
}
const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })

// ---- Days ------------------------------------------------------------------------------------------
/** The day a moment falls on in Denmark. */
export const dayOf = (moment: Moment) =>
  typeof moment === 'string' && isDay(moment) ? moment : swedish.format(asDate(moment))
export const today = () => dayOf(new Date())
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
export const addDays = (day: string, days: number) => new Date(utc(day) + days * 86_400_000).toISOString().slice(0, 10)
/** Whole days from one day to another; negative when the other lies before. */
export const daysBetween = (from: string, to: string) => Math.round((utc(to) - utc(from)) / 86_400_000)
/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: string) => new Date(utc(day)).getUTCDay() || 7
/** 5 January 2026 was a Monday. */
export const weekdayName = (ofWeek: number) =>
  first(format({ weekday: 'long' }, 'UTC').format(new Date(`${addDays('2026-01-04', ofWeek)}T12:00:00Z`)))
export const mondayOf = (day: string) => addDays(day, 1 - weekday(day))

/** ISO 8601 week: the one that holds the Thursday. */
export const weekOf = (day: string) => {
  const thursday = addDays(day, 4 - weekday(day))
  const year = Number(thursday.slice(0, 4))
  return { year, week: 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) }
}

// ---- Said ------------------------------------------------------------------------------------------
const dayText = (day: string, options: Intl.DateTimeFormatOptions) => format(options, 'UTC').format(new Date(utc(day)))
const yearIfOther = (day: string) => (day.slice(0, 4) === today().slice(0, 4) ? '' : ` ${day.slice(0, 4)}`)
const dayMonth = (day: string) => {
  const date = Number(day.slice(8))
  const month = dayText(day, { month: 'long' })
  return m.web_date_month({ date, month }) + yearIfOther(day)
}
/** "26. november"; with the year when it is another than this. */
export const saysDate = (when: Moment) => dayMonth(dayOf(when))
/** "november 2026" */
export const saysMonth = (day: string) => dayText(day, { month: 'long', year: 'numeric' })
/** "torsdag 26. november" */
export const saysDay = (when: Moment) => `${dayText(dayOf(when), { weekday: 'long' })} ${saysDate(when)}`
/** "26. nov." */
export const saysShort = (when: Moment) =>
  dayText(dayOf(when), { day: 'numeric', month: 'short' }) + yearIfOther(dayOf(when))
/** "man. 23. nov." */
export const saysShortDay = (when: Moment) => `${dayText(dayOf(when), { weekday: 'short' })} ${saysShort(when)}`
/** "13.00"; English "13:00" */
export const saysTime = (moment: Moment) =>
  format({ hour: '2-digit', minute: '2-digit' })
    .format(asDate(moment))
    .replace(/^0(?=\d)/, '')
/** "torsdag 26. november kl. 13.00" */
export const saysMoment = (moment: Moment) => m.web_date_at({ day: saysDay(moment), time: saysTime(moment) })
/** "uge 48" */
export const saysWeek = (when: Moment) => m.web_week({ week: weekOf(dayOf(when)).week })

/** Today, yesterday, tomorrow; the weekday only of what lies in the week ahead, where one plans by it: "torsdag 26. november", else "26. november". */
export const saysNear = (when: Moment) => {
  const days = daysBetween(today(), dayOf(when))
  if (days === 0) return m.web_today()
  if (days === -1) return m.web_yesterday()
  if (days === 1) return m.web_tomorrow()
  return days > 0 && days <= 7 ? saysDay(when) : saysDate(when)
}
/** Today, yesterday, tomorrow, otherwise "26. nov.": where there is little room. */
export const saysNearShort = (when: Moment) =>
  Math.abs(daysBetween(today(), dayOf(when))) <= 1 ? saysNear(when) : saysShort(when)
/** "i dag kl. 13.00" */
export const saysNearMoment = (moment: Moment) => m.web_date_at({ day: saysNear(moment), time: saysTime(moment) })
const saysHours = (moment: string) => {
  const minutes = Math.round((Date.parse(moment) - Date.now()) / 60_000)
  if (minutes < 1) return m.web_today()
  if (minutes < 100) return m.web_in_minutes({ minutes })
  return m.web_in_hours({ hours: Math.round(minutes / 60) })
}
/** "12 dage for sent", "i dag", "om 6 timer", "om 3 dage": how a deadline stands, for a day or a moment. */
export const saysDeadline = (when: string) => {
  const days = daysBetween(today(), dayOf(when))
  if (days < 0) return days === -1 ? m.web_late_day() : m.web_late_days({ days: -days })
  if (days === 0) return isDay(when) ? m.web_today() : saysHours(when)
  if (days === 1) return m.web_tomorrow()
  return m.web_in_days({ days })
}
/** First letter large: a date at the start of a line. */
export const first = (text: string) => text.charAt(0).toLocaleUpperCase(getLocale()) + text.slice(1)

// ---- From fields -----------------------------------------------------------------------------------
const offsetAt = (moment: Date) => {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find((part) => part.type === 'timeZoneName')?.value
  return name?.replace('GMT', '') || '+00:00'
}
/**
 * A day and a clock time (`13:00`) in Denmark as a moment with zone: in the hour skipped in March the later, in the doubled one the first. Where
 * one of them is not typed yet: nothing, which no contract takes.
 */
export const toMoment = (day: string, time: string): string => {
  const local = `${day}T${time}:00`
  if (Number.isNaN(Date.parse(`${local}Z`))) return ''
  const offset = ['+02:00', '+01:00'].find((one) => offsetAt(new Date(local + one)) === one) ?? '+01:00'
  return local + offset
}
/** The clock time of a moment for an `<input type="time">`: `13:00`. */
export const timeOf = (moment: Moment) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(asDate(moment))

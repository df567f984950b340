import * as m from '#texts'
import { locales } from '#texts/runtime'
import { addDays, daysBetween, today, weekday } from './dates.ts'

const names = (options: Intl.DateTimeFormatOptions, dates: readonly string[]) =>
  locales.map((locale) => {
    const format = new Intl.DateTimeFormat(m.platform_locale({}, { locale }), { ...options, timeZone: 'UTC' })
    return dates.map((date) => format.format(new Date(`${date}T12:00:00Z`)).toLocaleLowerCase())
  })
const months = names(
  { month: 'long' },
  Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`),
)
const weekdays = names(
  { weekday: 'long' },
  Array.from({ length: 7 }, (_, at) => `2026-01-${String(at + 5).padStart(2, '0')}`),
)
/** Which one a word begins, from three letters on: "nov", "torsdag"; 1 for the first, 0 when none. */
const place = (lists: readonly (readonly string[])[], word: string) =>
  word.length < 3 ? 0 : Math.max(0, ...lists.map((list) => 1 + list.findIndex((name) => name.startsWith(word))))

const toDay = (year: number, month: number, date: number) => {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const real = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day ? undefined : day
}
/** Without a year the first on or after `min` is meant, or else the one nearest to today. */
const withoutYear = (month: number, date: number, min: string | undefined) => {
  const year = Number(today().slice(0, 4))
  const found = [year - 1, year, year + 1].flatMap((one) => toDay(one, month, date) ?? [])
  const distance = (day: string) => Math.abs(daysBetween(today(), day))
  return min ? found.find((day) => day >= min) : found.toSorted((a, b) => distance(a) - distance(b))[0]
}

/** The days that have a word of their own, in every language, with or without the gap ("i morgen", "imorgen"). */
const inWords = new Map(
  locales.flatMap((locale) =>
    ([m.web_yesterday, m.web_today, m.web_tomorrow] as const).flatMap((word, at) => {
      const said = word({}, { locale }).toLocaleLowerCase()
      return [said, said.replaceAll(' ', '')].map((one) => [one, at - 1] as const)
    }),
  ),
)

/**
 * A day as people write it: "26/11", "26.11.2026", "26. november", "torsdag", "i morgen", "+7" (days from now), or as
 * the contracts do, `2026-11-26`. Undefined when it is no day.
 */
export const readDay = (text: string, min?: string): string | undefined => {
  const said = text.trim().toLocaleLowerCase().replace(/\s+/g, ' ')
  const days = inWords.get(said) ?? (/^\+\d{1,3}$/.test(said) ? Number(said) : undefined)
  if (days !== undefined) return addDays(today(), days)
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(said)
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = place(weekdays, said)
  if (named) return addDays(today(), (named - weekday(today()) + 7) % 7 || 7)
  const written = /^(?:\p{L}+,? )?(\d{1,2})(?:\. ?|[ /-])(\d{1,2}|\p{L}+)(?:[. /-]+(\d{4}|\d\d))?\.?$/u.exec(said)
  if (!written) return undefined
  const [, date, month = '', year] = written
  const number = /^\d/.test(month) ? Number(month) : place(months, month)
  return year
    ? toDay(Number(year) + (year.length === 2 ? 2000 : 0), number, Number(date))
    : withoutYear(number, Number(date), min)
}

/** A clock time as people write it, "13.30", "13:30", "1330", "13", as `13:30`. Undefined when it is none. */
export const readTime = (text: string): string | undefined => {
  const found = /^(\d{1,2})(?:[.:, ]?([0-5]\d))?$/.exec(text.trim().replace(/^(kl\.?|at) /i, ''))
  if (!found || Number(found[1]) > 23) return undefined
  return `${found[1]?.padStart(2, '0')}:${found[2] ?? '00'}`
}

/** `13:30` as it is said: "13.30", in English "13:30"; "9.00" without the nought in front. */
export const saysClock = (time: string) => {
  const short = time.slice(0, 5).replace(/^0(?=\d)/, '')
  return short.replace(':', m.web_clock_sign())
}

import type { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { zone } from '../clock.ts'
import type { Language } from './language.ts'

/** How a language writes dates and numbers stands among its texts. */
const localeOf = (language: Language): string => m.platform_locale({}, { locale: language })

/** "26. november", "26 November"; the year only when it is not `now`'s. Dates as `2026-11-26`. */
export const sayDate = (date: string, language: Language, now?: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(now && now.slice(0, 4) !== date.slice(0, 4) && { year: 'numeric' }),
  }).format(new Date(`${date.slice(0, 10)}T12:00:00Z`))

/** "torsdag 26. november kl. 13.00", "Thursday 26 November at 13:00", in Danish time. */
export const sayDay = (moment: string, language: Language): string => {
  const at = new Date(moment)
  const day = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  })
    .format(at)
    .replace(/ den /, ' ')
    .replace(',', '')
  return m.platform_day_at({ day, time: sayTime(moment, language) }, { locale: language })
}

/** "2.645", "2,645". */
export const sayNumber = (number: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language)).format(number)

/** "Anne, Bo og Carl", "Anne, Bo and Carl". */
export const sayAll = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(localeOf(language)).format(names)

/** As a sentence begins: with a capital. */
export const first = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** "9.00", "9:00", as on screens. */
export const sayTime = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', timeZone: zone })
    .format(new Date(moment))
    .replace(/^0(?=\d)/, '')

/** How long until `from` is as far back as `since` is now: said as the moment, and in minutes for who counts. */
export const waitSaid = (since: Temporal.Instant, from: string, language: Language) => {
  const minutes = Math.max(2, Math.ceil(since.until(from).total('minutes')))
  const hours = Math.ceil(minutes / 60)
  const said =
    hours > 1
      ? m.platform_hours({ hours }, { locale: language })
      : m.platform_minutes({ minutes }, { locale: language })
  return { minutes: hours > 1 ? hours * 60 : minutes, wait: said }
}

/**
 * The days on which Danish schools and workplaces are closed every year: the holidays of the church's law, and the three days on
 * which shops and schools close by law or custom (Constitution Day, Christmas Eve, New Year's Eve; lukkeloven § 1).
 * Store bededag was abolished from 2024 (law 214 of 2023).
 */
import { Temporal } from 'temporal-polyfill'
import type { Holiday } from './working-days.schema.ts'

/** Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, 1991, chapter 8). */
export const easterOf = (year: number): Temporal.PlainDate => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)]
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const n = Math.floor((a + 11 * h + 22 * l) / 451)
  const day = h + l - 7 * n + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(day / 31), day: (day % 31) + 1 })
}

/** All of a year in order; `on` as `2026-12-25`. Two may fall on one day. */
export const publicHolidays = (year: number): readonly { on: string; name: Holiday }[] => {
  const easter = easterOf(year)
  const moving = (name: Holiday, days: number) => ({ on: easter.add({ days }).toString(), name })
  const fixed = (name: Holiday, day: string) => ({ on: `${String(year).padStart(4, '0')}-${day}`, name })
  return [
    fixed('new-year', '01-01'),
    moving('maundy-thursday', -3),
    moving('good-friday', -2),
    moving('easter', 0),
    moving('easter-monday', 1),
    ...(year < 2024 ? [moving('prayer-day', 26)] : []),
    moving('ascension', 39),
    moving('whitsun', 49),
    moving('whit-monday', 50),
    fixed('constitution-day', '06-05'),
    fixed('christmas-eve', '12-24'),
    fixed('christmas', '12-25'),
    fixed('boxing-day', '12-26'),
    fixed('new-years-eve', '12-31'),
  ].toSorted((one, other) => one.on.localeCompare(other.on))
}

/** Which of them a date is. A year is reckoned once and remembered while this is held. */
export const holidays = () => {
  const years = new Map<string, ReturnType<typeof publicHolidays>>()
  return (date: string): Holiday | undefined => {
    const year = date.slice(0, 4)
    const all = years.get(year) ?? publicHolidays(Number(year))
    years.set(year, all)
    return all.find(({ on }) => on === date)?.name
  }
}

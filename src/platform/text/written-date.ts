import { Temporal } from 'temporal-polyfill'

const months = [
  'jan(?:uary?)?',
  'feb(?:ruary?)?',
  'mar(?:ts|ch)?',
  'apr(?:il)?',
  'ma[jy]',
  'jun[ie]?',
  'jul[iy]?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
].map((name) => new RegExp(`^${name}$`, 'i'))
/** Danish and English names, whole or cut short, as numbers. */
const withMonthNumber = (text: string) =>
  text.trim().replace(/^(\d{1,2})\.?\s+(\p{L}{3,9})\.?\s+(?=\d{4})/u, (all, day: string, name: string) => {
    const month = months.findIndex((one) => one.test(name)) + 1
    return month > 0 ? `${day}-${month}-` : all
  })

/** As spreadsheets do: 49 is 2049, 50 is 1950. */
const firstOfLastCentury = 50
const byHandDate = ([day = 0, month = 0, short = 0]: readonly number[]) =>
  dayOf({ year: short + (short < firstOfLastCentury ? 2000 : 1900), month, day })

const dayOf = (given: { year: number; month: number; day: number }): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from(given, { overflow: 'reject' })
  } catch {
    return null
  }
}

/**
 * A calendar day as people and programs write it in files: `23-11-2026`, `23.11.2026`, `23/11 - 2026`, `2026-11-23`,
 * `2026-11-23T00:00:00`, `23. november 2026`, and by hand `23/11-26`, which can only be day, month and year. Null when no such day exists.
 */
export const readWrittenDate = (text: string): Temporal.PlainDate | null => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text.trim())
  const danish = /^(\d{1,2})[-./](\d{1,2})\s*[-./ ]\s*(\d{4})(?:\s.*)?$/.exec(withMonthNumber(text))
  const byHand = /^(\d{1,2})\/(\d{1,2})\s*[-–]\s*(\d{2})$/.exec(text.trim())
  if (byHand) return byHandDate(byHand.slice(1).map(Number))
  const [year, month, day] = iso ? iso.slice(1).map(Number) : (danish?.slice(1).map(Number).toReversed() ?? [])
  if (year === undefined || month === undefined || day === undefined) return null
  return dayOf({ year, month, day })
}

/** What a number format makes of a number: plain, a moment in time, a duration, or digits with leading zeros. */
export type NumberFormat =
  | { kind: 'plain' }
  | { kind: 'date' | 'time' | 'date-time' | 'duration' }
  | { kind: 'digits'; width: number }

export const plainFormat: NumberFormat = { kind: 'plain' }

/** Formats that Excel does not write down in the file. Source: ECMA-376, 18.8.30; 27-36 and 50-58 are East Asian dates. */
export const builtinFormat = (id: number): NumberFormat => {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return { kind: 'date' }
  if (id === 22) return { kind: 'date-time' }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return { kind: 'time' }
  return id === 46 ? { kind: 'duration' } : plainFormat
}

/** @param code as in styles.xml, such as `dd\-mm\-yyyy`, `[$-406]d. mmmm yyyy;@`, `00000000` */
export const numberFormat = (code: string): NumberFormat => {
  if (/^0{2,}$/.test(code)) return { kind: 'digits', width: code.length }
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '')
  const first = bare.split(';')[0] ?? ''
  if (/\[(h+|m+|s+)\]/i.test(first)) return { kind: 'duration' }
  const letters = first.replace(/\[[^\]]*\]/g, '').replace(/general|am\/pm|a\/p/gi, '')
  const time = /[hs]/i.test(letters)
  const date = /[dy]/i.test(letters) || (!time && /m/i.test(letters))
  if (date) return { kind: time ? 'date-time' : 'date' }
  return time ? { kind: 'time' } : plainFormat
}

/**
 * The text of a number cell. Dates are ISO 8601 (`2026-11-03`, `2026-11-03T09:30:00`, `09:30:00`); numbers have a decimal
 * point and the 15 digits Excel shows; digits of a number format such as `00000000` keep their leading zeros.
 * @param raw the content of `<v>`
 */
export const numberText = (raw: string, format: NumberFormat, date1904: boolean): string => {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (format.kind === 'plain') return plainNumber(raw, value)
  if (format.kind === 'digits') {
    return Number.isInteger(value) && value >= 0 ? String(value).padStart(format.width, '0') : plainNumber(raw, value)
  }
  if (format.kind === 'duration') return durationText(value)
  return momentText(value, format.kind, date1904) ?? plainNumber(raw, value)
}

const plainNumber = (raw: string, value: number): string =>
  /^-?\d{1,20}$/.test(raw) ? raw : String(Number(value.toPrecision(15)))

const secondsADay = 86_400
/** 9999-12-31 */
const lastDay = 2_958_465

const momentText = (value: number, kind: 'date' | 'time' | 'date-time', date1904: boolean): string | undefined => {
  const seconds = Math.round(value * secondsADay)
  const day = Math.floor(seconds / secondsADay) + (date1904 ? 1462 : 0)
  const clock = clockText(seconds - Math.floor(seconds / secondsADay) * secondsADay)
  if (kind === 'time') return seconds < 0 ? undefined : clock
  // Day 60 is 29 February 1900, which Excel counts and the calendar does not have.
  if (day < 1 || day > lastDay || day === 60) return undefined
  const unixDay = day < 60 ? day - 25_568 : day - 25_569
  const date = new Date(unixDay * secondsADay * 1000).toISOString().slice(0, 10)
  return kind === 'date-time' && clock !== '00:00:00' ? `${date}T${clock}` : date
}

const durationText = (value: number): string => {
  const seconds = Math.round(Math.abs(value) * secondsADay)
  const hours = Math.floor(seconds / 3600)
  return `${value < 0 ? '-' : ''}${String(hours).padStart(2, '0')}${clockText(seconds % 3600).slice(2)}`
}

const clockText = (seconds: number): string => {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

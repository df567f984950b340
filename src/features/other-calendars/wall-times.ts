/** Wall-clock times of a calendar file as moments: zones by their own name, by Windows' name, or as the file itself describes them. */
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { zone as ours } from '#platform/clock'
import { windowsZones } from './zones.table.ts'

/** A date and a time that some clock shows, as if that clock were UTC's: milliseconds. */
export type Wall = number
const hour = 3_600_000
const day = 24 * hour

export const wallOf = (time: ICAL.Time): Wall =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)

const isZone = (name: string) => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** Its own name, Windows', or one with a path before it (`/freeassociation.sourceforge.net/Europe/Copenhagen`). */
const namedZone = (name: string): string | undefined => {
  const windows = windowsZones.get(name)
  if (windows) return windows
  const parts = name.split('/').filter(Boolean)
  return [name, parts.slice(-2).join('/'), parts.slice(-3).join('/')].find((one) => one !== '' && isZone(one))
}

type Shift = (wall: Wall) => number
/** How far a zone is from UTC, reckoned once a day where its clock does not jump. */
const shiftOf = (zone: string): Shift => {
  const exact = (wall: Wall) => {
    const date = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime()
    return wall - date.toZonedDateTime(zone).epochMilliseconds
  }
  const known = new Map<number, number | null>()
  return (wall) => {
    const date = Math.floor(wall / day)
    let all = known.get(date)
    if (all === undefined) {
      const begins = exact(date * day)
      all = begins === exact((date + 1) * day) ? begins : null
      known.set(date, all)
    }
    return all ?? exact(wall)
  }
}

/** As the file's own VTIMEZONE says it. */
const describedShift =
  (described: ICAL.Timezone): Shift =>
  (wall) => {
    const at = new Date(wall)
    const time = new ICAL.Time(
      {
        ...{ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
        ...{ hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), isDate: false },
      },
      ICAL.Timezone.localTimezone,
    )
    return described.utcOffset(time) * 1000
  }

export type Moments = (wall: Wall, zoneName: string | undefined) => number
/** Without a zone, or with one that nobody knows, Danish time is meant; `UTC`: as it stands. */
export const momentsBy = (described: ReadonlyMap<string, ICAL.Timezone>): Moments => {
  const shifts = new Map<string, Shift>()
  const find = (name: string): Shift => {
    const known = namedZone(name)
    if (known) return shiftOf(known)
    const own = described.get(name)
    return own ? describedShift(own) : shiftOf(ours)
  }
  return (wall, zoneName = ours) => {
    const shift = shifts.get(zoneName) ?? find(zoneName)
    shifts.set(zoneName, shift)
    return wall - shift(wall)
  }
}

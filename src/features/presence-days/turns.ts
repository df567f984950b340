/** When a partner's days are, and whose turn each is: pure, tested by itself. */
import { Temporal } from 'temporal-polyfill'
import { daysAfter } from '#platform/clock'

/** ISO weekday, 1 is Monday; counted in weeks from the first of them on or after `fromOn`. */
export type Rhythm = { weekday: number; everyWeeks: number; fromOn: string; untilOn: string | null }

/** The days after one date up to another, both as `2026-11-26`. */
export const datesOf = ({ weekday, everyWeeks, fromOn, untilOn }: Rhythm, after: string, to: string): string[] => {
  const first = daysAfter(fromOn, (weekday - Temporal.PlainDate.from(fromOn).dayOfWeek + 7) % 7)
  const last = untilOn !== null && untilOn < to ? untilOn : to
  const dates: string[] = []
  for (let on = first; on <= last; on = daysAfter(on, 7 * everyWeeks)) if (on > after) dates.push(on)
  return dates
}

export const isDateOf = (rhythm: Rhythm, on: string): boolean => datesOf(rhythm, daysAfter(on, -1), on).length > 0

const daysApart = (one: string, other: string) =>
  Math.abs(Temporal.PlainDate.from(one).until(Temporal.PlainDate.from(other), { largestUnit: 'days' }).days)

/** One who takes turns, in the order they came in, and the days he has had or has. */
export type Taker = { personId: number; days: readonly string[] }
/**
 * Whom to give a day, first of all who has none of his near it, before or after; of those who are as far from one, who came in first. Who is
 * passed over because he is away has his turn as soon as he is back, once: nobody pays for a holiday with a month of days.
 */
export const inTurn = (on: string, takers: readonly Taker[]): number[] => {
  const far = ({ days }: Taker) => Math.min(Infinity, ...days.map((day) => daysApart(day, on)))
  return takers
    .map((taker) => ({ personId: taker.personId, far: far(taker) }))
    .toSorted((one, other) => (one.far === other.far ? 0 : other.far - one.far))
    .map(({ personId }) => personId)
}

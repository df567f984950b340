/** When an event that repeats comes back, inside a window and no further. */
import ICAL from 'ical.js'
import { type Wall, wallOf } from './wall-times.ts'

export type Series = {
  rules: readonly unknown[]
  start: ICAL.Time
  window: { from: Wall; to: Wall }
  /** The moment after which it does not come back: written in UTC, where the series is of wall clocks. */
  untilOf: (until: ICAL.Time) => number
  momentOf: (wall: Wall) => number
  /** Counted over the whole calendar. */
  spent: { steps: number }
}

/** A daily meeting since 1970 takes less; together, less than a second or two. */
const mostSteps = 25_000
const mostStepsOfAll = 400_000
/** What repeats within a day is no appointment. */
const tooOften = ['SECONDLY', 'MINUTELY', 'HOURLY']

/** `whole`: false when it was given up; then what was found so far stands. */
export const repeats = ({ rules, start, window, untilOf, momentOf, spent }: Series) => {
  const walls: Wall[] = []
  let whole = true
  const first = wallOf(start)
  if (rules.length === 0) return { walls: [first], whole }
  for (const rule of rules) {
    if (!(rule instanceof ICAL.Recur) || tooOften.includes(rule.freq)) {
      whole = false
      continue
    }
    // Compared as moments: the library compares a wall clock with UTC's, and loses the last time.
    const until = rule.until ? untilOf(rule.until) : Infinity
    const endless = ICAL.Recur.fromData({ ...rule.toJSON(), until: undefined })
    const times = endless.iterator(start)
    for (let steps = 0, time = times.next(); time; time = times.next()) {
      const wall = wallOf(time)
      if (wall > window.to || momentOf(wall) > until) break
      if (wall >= window.from) walls.push(wall)
      steps += 1
      spent.steps += 1
      if (steps > mostSteps || spent.steps > mostStepsOfAll) {
        whole = false
        break
      }
    }
  }
  // The first time is always one, also where the rule does not name its day.
  return { walls: [...new Set([first, ...walls])], whole }
}

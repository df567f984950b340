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

const day = 24 * 3_600_000
/** A daily meeting of the last 25 years that is counted takes less; all together, less than the thread is given. */
const mostSteps = 10_000
const mostStepsOfAll = 100_000
/** What repeats within a day is no appointment. */
const tooOften = ['SECONDLY', 'MINUTELY', 'HOURLY']

/** No clock is further from UTC's than a day: only then it is worth reckoning. */
const isAfter = (wall: Wall, until: number, momentOf: Series['momentOf']) =>
  Math.abs(wall - until) > day ? wall > until : momentOf(wall) > until

const strideDays: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7 }
/** What comes back by days or weeks, and is not counted, is begun whole strides later: it lands on the same days. */
const begunLater = (rule: ICAL.Recur, start: ICAL.Time, from: Wall): ICAL.Time => {
  const days = strideDays[rule.freq]
  if (days === undefined || rule.count) return start
  const stride = days * Math.max(1, rule.interval)
  const strides = Math.floor((from - wallOf(start)) / (stride * day)) - 1
  if (strides <= 0) return start
  const later = start.clone()
  later.adjust(strides * stride, 0, 0, 0)
  return later
}

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
    const times = endless.iterator(begunLater(endless, start, window.from))
    for (let steps = 0, time = times.next(); time; time = times.next()) {
      const wall = wallOf(time)
      if (wall > window.to || isAfter(wall, until, momentOf)) break
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

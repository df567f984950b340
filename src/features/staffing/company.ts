/** Whom it is worth most to bring along at an opening, whoever leads. */
import type { Opening, Prospects } from './prospects.ts'

export const nobody = -1
export const never = Number.NEGATIVE_INFINITY

/** The best, the second best, and the best of another school than the best; and what the best of those is worth who wish to learn. */
const empty = () => ({
  ...{ first: nobody, firstWorth: never, next: nobody, nextWorth: never, other: nobody, otherWorth: never },
  learnerWorth: never,
})

export const companyOf = ({ slots, school, consultants }: Prospects) => {
  const along = empty()
  /** What each is worth, by place among the seconds. */
  const worth = new Float64Array(consultants)
  const schoolOf = (who: number) => (who === nobody ? nobody : (school[who] ?? nobody))
  const weighOne = (who: number, is: number) => {
    if (is > along.firstWorth) {
      if (schoolOf(along.first) !== schoolOf(who)) {
        along.other = along.first
        along.otherWorth = along.firstWorth
      }
      along.next = along.first
      along.nextWorth = along.firstWorth
      along.first = who
      along.firstWorth = is
      return
    }
    if (is > along.nextWorth) {
      along.next = who
      along.nextWorth = is
    }
    if (is > along.otherWorth && schoolOf(who) !== schoolOf(along.first)) {
      along.other = who
      along.otherWorth = is
    }
  }
  const weigh = ({ slot, seconds, secondPoints, learners }: Opening, time: Float64Array) => {
    along.first = along.next = along.other = nobody
    along.firstWorth = along.nextWorth = along.otherWorth = along.learnerWorth = never
    for (let place = 0; place < seconds.length; place += 1) {
      const who = seconds[place] ?? 0
      const is = (secondPoints[place] ?? 0) - (time[who * slots + slot] ?? 0)
      worth[place] = is
      if (place < learners && is > along.learnerWorth) along.learnerWorth = is
      weighOne(who, is)
    }
  }
  return { along, worth, weigh }
}

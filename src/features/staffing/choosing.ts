/** What a visit would choose at given prices: the time, who leads, and who comes along, if anybody. */
import { companyOf, nobody } from './company.ts'
import { together } from './points.ts'
import type { Opening, Prospects } from './prospects.ts'

/** What someone's time costs at a slot (`who * slots + slot`), and what a visit that a school leads is worth beside its points. */
export type Costs = { time: Float64Array; leading: Float64Array }
export type Choice = { value: number; slot: number; lead: number; second: number }

const most = together.learning + together.otherSchool

export const chooser = (prospects: Prospects) => {
  const { visits, slots, school, masters, learns } = prospects
  const { along, worth, weigh } = companyOf(prospects)
  const best: Choice = { value: 0, slot: 0, lead: nobody, second: nobody }

  const take = (value: number, slot: number, lead: number, second: number) => {
    if (value <= best.value) return
    best.value = value
    best.slot = slot
    best.lead = lead
    best.second = second
  }
  const withOne = (value: number, slot: number, lead: number, second: number) => {
    if (second === nobody || second === lead) return
    take(value + (school[second] === school[lead] ? 0 : together.otherSchool), slot, lead, second)
  }
  const withLearners = (value: number, { slot, seconds, learners }: Opening, lead: number, teaches: number) => {
    for (let place = 0; place < learners; place += 1) {
      const who = seconds[place] ?? 0
      if ((teaches & (learns[who] ?? 0)) !== 0)
        withOne(value + (worth[place] ?? 0) + together.learning, slot, lead, who)
    }
  }

  /** The best of a visit; the same object each time. Not staffed is worth nothing. */
  return (visit: number, costs: Costs): Readonly<Choice> => {
    const one = visits[visit]
    best.value = 0
    best.lead = best.second = nobody
    if (!one) return best
    for (const opening of one.openings) {
      weigh(opening, costs.time)
      const { slot, leads, leadPoints } = opening
      const hope = Math.max(0, along.firstWorth + together.otherSchool, along.learnerWorth + most)
      for (let place = 0; place < leads.length; place += 1) {
        const lead = leads[place] ?? 0
        const value =
          (leadPoints[place] ?? 0) + (costs.leading[school[lead] ?? 0] ?? 0) - (costs.time[lead * slots + slot] ?? 0)
        if (value + hope <= best.value) continue
        take(value, slot, lead, nobody)
        withOne(value + along.firstWorth, slot, lead, along.first)
        withOne(value + along.nextWorth, slot, lead, along.next)
        withOne(value + along.otherWorth, slot, lead, along.other)
        const teaches = (masters[lead] ?? 0) & one.topics
        if (teaches !== 0 && value + along.learnerWorth + most > best.value) withLearners(value, opening, lead, teaches)
      }
    }
    return best
  }
}

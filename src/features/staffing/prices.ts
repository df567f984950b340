/**
 * What a time of a person, a meeting of a person's week or of a school's, and a visit of a school's share are worth to the whole: prices, at which each visit
 * chooses for itself and hardly anything is wanted twice (Lagrangian relaxation after Held and Karp, by deflected subgradients). At any prices
 * what all visits choose, and all there is at its price, is more than any staffing comes to: the `bound`. It leaves driving between visits out.
 */
import { chooser, type Costs } from './choosing.ts'
import { nobody } from './company.ts'
import { share } from './points.ts'
import type { Prospects } from './prospects.ts'

/** One array, and its parts by name: led beyond a school's share, led short of it. */
const ledger = ({ consultants, slots, weeks, target: { length: schools } }: Prospects) => {
  const sizes = [consultants * slots, consultants * weeks, schools * weeks, schools, schools]
  const all = new Float64Array(sizes.reduce((sum, size) => sum + size))
  const ends = sizes.map((_, part) => sizes.slice(0, part + 1).reduce((sum, size) => sum + size))
  const part = (which: number) => all.subarray((ends[which] ?? 0) - (sizes[which] ?? 0), ends[which])
  return { all, time: part(0), week: part(1), schoolWeek: part(2), beyond: part(3), short: part(4) }
}
type Ledger = ReturnType<typeof ledger>
const add = (numbers: Float64Array, place: number, by: number) => {
  numbers[place] = (numbers[place] ?? 0) + by
}
const [more, less] = [1 + share.tenth, 1 - share.tenth]

/** All there is. */
const supplyOf = (prospects: Prospects): Ledger => {
  const supply = ledger(prospects)
  supply.time.fill(1)
  supply.week.set(prospects.cap)
  supply.schoolWeek.set(prospects.schoolCap)
  supply.beyond.fill(share.half)
  supply.short.fill(share.half)
  return supply
}

const costsAt = ({ slots, weeks, school, target }: Prospects, prices: Ledger, costs: Costs) => {
  const aWeek = slots / weeks
  for (let at = 0; at < costs.time.length; at += 1) {
    const who = Math.floor(at / slots)
    const week = Math.floor((at - who * slots) / aWeek)
    costs.time[at] =
      (prices.time[at] ?? 0) +
      (prices.week[who * weeks + week] ?? 0) +
      (prices.schoolWeek[(school[who] ?? 0) * weeks + week] ?? 0)
  }
  let staffed = 0
  for (const [at, part] of target.entries())
    staffed += part * (more * (prices.beyond[at] ?? 0) - less * (prices.short[at] ?? 0))
  for (const at of target.keys()) costs.leading[at] = staffed - (prices.beyond[at] ?? 0) + (prices.short[at] ?? 0)
}

/** What all visits want at these costs, less what there is, into `want`; by return what they are worth together. */
const demand = (prospects: Prospects, choose: ReturnType<typeof chooser>, costs: Costs, want: Ledger) => {
  const { slots, weeks, school, target, visits } = prospects
  let [worth, staffed] = [0, 0]
  const goes = (who: number, slot: number) => {
    const week = Math.floor((slot * weeks) / slots)
    add(want.time, who * slots + slot, 1)
    add(want.week, who * weeks + week, 1)
    add(want.schoolWeek, (school[who] ?? 0) * weeks + week, 1)
  }
  for (let visit = 0; visit < visits.length; visit += 1) {
    const { value, slot, lead, second } = choose(visit, costs)
    worth += value
    if (lead === nobody) continue
    staffed += 1
    goes(lead, slot)
    if (second !== nobody) goes(second, slot)
    add(want.beyond, school[lead] ?? 0, 1)
    add(want.short, school[lead] ?? 0, -1)
  }
  for (const [at, part] of target.entries()) {
    add(want.beyond, at, -more * part * staffed)
    add(want.short, at, less * part * staffed)
  }
  return worth
}

/** How fast prices move: the step and when it shortens, and how far the last direction is kept. */
const pace = { step: 0.6, patience: 4, shorter: 0.7, kept: 0.85, worthwhile: 1e-5 }
/** No staffing is known yet; that much under the bound is where prices aim. */
const hoped = 0.96

export const findPrices = (prospects: Prospects, goesOn: (round: number) => boolean) => {
  const choose = chooser(prospects)
  const supply = supplyOf(prospects)
  const [prices, best, want, way] = [ledger(prospects), ledger(prospects), ledger(prospects), ledger(prospects)]
  const costs: Costs = {
    time: new Float64Array(prices.time.length),
    leading: new Float64Array(prospects.target.length),
  }
  const dearest = prices.all.length - 2 * prospects.target.length
  let [bound, step, idle] = [Number.POSITIVE_INFINITY, pace.step, 0]
  for (let round = 0; round === 0 || (goesOn(round) && step > 1e-3); round += 1) {
    let reached = 0
    for (let at = 0; at < want.all.length; at += 1) {
      want.all[at] = -(supply.all[at] ?? 0)
      reached += (prices.all[at] ?? 0) * (supply.all[at] ?? 0)
    }
    costsAt(prospects, prices, costs)
    reached += demand(prospects, choose, costs, want)
    idle = reached < bound * (1 - pace.worthwhile) ? 0 : idle + 1
    if (reached < bound) {
      bound = reached
      best.all.set(prices.all)
    }
    if (idle > pace.patience) {
      step *= pace.shorter
      idle = 0
      prices.all.set(best.all)
    }
    let length = 0
    for (let at = 0; at < want.all.length; at += 1) {
      const to = (1 - pace.kept) * (want.all[at] ?? 0) + pace.kept * (way.all[at] ?? 0)
      way.all[at] = to
      if ((prices.all[at] ?? 0) > 0 || to > 0) length += to * to
    }
    if (length === 0) break
    const by = (step * (reached - hoped * bound)) / length
    for (let at = 0; at < want.all.length; at += 1) {
      const to = Math.max(0, (prices.all[at] ?? 0) + by * (way.all[at] ?? 0))
      prices.all[at] = at < dearest ? to : Math.min(prospects.shareCost, to)
    }
  }
  costsAt(prospects, best, costs)
  return { bound, costs }
}

/** What bought calls come to, day by day: the price that holds on a day, for the minutes of that day or the day's part of its month. */
import { daysAfter } from '#platform/clock'

export type Price = { per: 'minute' | 'month'; kroner: number | null; from: string; id: number }
export type Talked = { day: string; schoolId: number | null; seconds: number }
type Said = { prices: readonly Price[]; talked: readonly Talked[]; from: string; until: string }

/** The price of a day: the latest that has begun; of one day what was said last. Undefined: none, or it is ended. */
const holding = <P extends Price>(prices: readonly P[]) => {
  const latestFirst = prices.toSorted((one, other) => other.from.localeCompare(one.from) || other.id - one.id)
  return (day: string): P | undefined => {
    const latest = latestFirst.find(({ from }) => from <= day)
    return latest?.kroner === null ? undefined : latest
  }
}
export const priceOn = <P extends Price>(prices: readonly P[], day: string): P | undefined => holding(prices)(day)
const daysOfMonth = (day: string) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()

/** Whole kroner that together are the sum: what rounding leaves goes to those it took most from. */
const rounded = (exact: ReadonlyMap<number | null, number>, sum: number) => {
  const whole = new Map([...exact].map(([id, kroner]) => [id, Math.floor(kroner)]))
  const left = sum - [...whole.values()].reduce((all, kroner) => all + kroner, 0)
  const order = [...exact].toSorted(([, one], [, other]) => (other % 1) - (one % 1)).slice(0, left)
  for (const [id] of order) whole.set(id, (whole.get(id) ?? 0) + 1)
  return whole
}

type Parts = Map<number | null, number>
const add = (to: Parts, id: number | null, more: number) => to.set(id, (to.get(id) ?? 0) + more)
const sumOf = (parts: Parts) => [...parts.values()].reduce((sum, one) => sum + one, 0)

/**
 * `from` to the day before `until`. A month's price is parted by the time that each got on the days of that month on which it held; was nobody called on
 * them, by the time of the whole period. Undefined: no price held.
 */
export const reckonCost = ({ prices, talked, from, until }: Said) => {
  const priceOf = holding(prices)
  const monthOf = (day: string, { id }: Price) => `${day.slice(0, 7)} ${id}`
  const seconds: Parts = new Map()
  const exact: Parts = new Map()
  const months = new Map<string, { kroner: number; seconds: Parts }>()
  let held = false
  for (let day = from; day < until; day = daysAfter(day, 1)) {
    const price = priceOf(day)
    held ||= price !== undefined
    if (price?.per !== 'month') continue
    const month = months.get(monthOf(day, price)) ?? { kroner: 0, seconds: new Map() }
    months.set(monthOf(day, price), { ...month, kroner: month.kroner + (price.kroner ?? 0) / daysOfMonth(day) })
  }
  for (const { schoolId, seconds: took, day } of talked) {
    const price = priceOf(day)
    add(seconds, schoolId, took)
    add(exact, schoolId, price?.per === 'minute' ? (took / 60) * (price.kroner ?? 0) : 0)
    const month = price?.per === 'month' ? months.get(monthOf(day, price)) : undefined
    if (month) add(month.seconds, schoolId, took)
  }
  if (!held) return undefined
  // Paid for, and nobody was called: it is nobody's part yet.
  if (sumOf(seconds) === 0)
    return {
      cost: Math.round([...months.values()].reduce((sum, { kroner }) => sum + kroner, 0)),
      schools: new Map<number | null, number>(),
    }
  for (const month of months.values()) {
    const by = sumOf(month.seconds) === 0 ? seconds : month.seconds
    for (const [id, took] of by) add(exact, id, (month.kroner * took) / sumOf(by))
  }
  const cost = Math.round(sumOf(exact))
  return { cost, schools: rounded(exact, cost) }
}

/** What bought calls come to, day by day: the price that holds on a day, for the minutes of that day or the day's part of its month. */
import { daysAfter } from '#platform/clock'

export type Price = { per: 'minute' | 'month'; kroner: number | null; from: string; id: number }
export type Talked = { day: string; schoolId: number | null; seconds: number }
type Said = { prices: readonly Price[]; talked: readonly Talked[]; from: string; until: string }

/** The latest that has begun; of one day what was said last. */
export const priceOn = <P extends Price>(prices: readonly P[], day: string): P | undefined => {
  const [latest] = prices
    .filter(({ from }) => from <= day)
    .toSorted((one, other) => other.from.localeCompare(one.from) || other.id - one.id)
  return latest?.kroner === null ? undefined : latest
}
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

/** `from` to the day before `until`. A month's price is parted by the time that each got in all of it; undefined: no price held. */
export const reckonCost = ({ prices, talked, from, until }: Said) => {
  const seconds = new Map<number | null, number>()
  const exact = new Map<number | null, number>()
  let byMonth = 0
  let held = false
  for (const { schoolId, seconds: took, day } of talked) {
    seconds.set(schoolId, (seconds.get(schoolId) ?? 0) + took)
    const price = priceOn(prices, day)
    const kroner = price?.per === 'minute' ? (took / 60) * (price.kroner ?? 0) : 0
    exact.set(schoolId, (exact.get(schoolId) ?? 0) + kroner)
  }
  for (let day = from; day < until; day = daysAfter(day, 1)) {
    const price = priceOn(prices, day)
    if (!price) continue
    held = true
    if (price.per === 'month') byMonth += (price.kroner ?? 0) / daysOfMonth(day)
  }
  if (!held) return undefined
  const all = [...seconds.values()].reduce((sum, one) => sum + one, 0)
  for (const [id, took] of seconds) exact.set(id, (exact.get(id) ?? 0) + (all === 0 ? 0 : (byMonth * took) / all))
  const parted = [...exact.values()].reduce((sum, one) => sum + one, 0)
  // Paid for, and nobody was called: it is nobody's part yet.
  const cost = Math.round(all === 0 ? byMonth : parted)
  return { cost, schools: all === 0 ? new Map<number | null, number>() : rounded(exact, cost) }
}

/** On which dates a series meets, and whose turn it is. Knows no statement. */
import { Temporal } from 'temporal-polyfill'
import { daysAfter } from '#platform/clock'

type Series = { firstOn: string; everyWeeks: number }

/** From one day up to and with another. */
export const datesOf = ({ firstOn, everyWeeks }: Series, from: string, until: string): string[] => {
  const step = 7 * everyWeeks
  const ahead = Temporal.PlainDate.from(firstOn).until(Temporal.PlainDate.from(from), { largestUnit: 'days' }).days
  const first = daysAfter(firstOn, Math.max(0, Math.ceil(ahead / step)) * step)
  const dates: string[] = []
  for (let day = first; day <= until; day = daysAfter(day, step)) dates.push(day)
  return dates
}

/** After who hosted last the next in the row; nobody, where no school takes turns. */
export const nextHost = (order: readonly number[], last: number | null): number | null =>
  order[(order.indexOf(last ?? -1) + 1) % order.length] ?? null

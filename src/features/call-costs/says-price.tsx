import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate } from '#web/parts/dates.ts'
import { toTheOre } from '#web/parts/numbers.ts'
import type { showCallCosts } from './call-costs.schema.ts'

export type CallCentre = AnswerOf<typeof showCallCosts>['centres'][number]
export type Agreed = CallCentre['later'][number]

export const saysPrice = ({ per, kroner, from }: Agreed) => {
  if (kroner === null) return m.call_costs_none_from({ from: saysDate(from) })
  const said = { kroner: toTheOre(kroner), from: saysDate(from) }
  return per === 'minute' ? m.call_costs_per_minute(said) : m.call_costs_per_month(said)
}

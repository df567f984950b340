import * as m from '#texts'
import { kroner, number } from '#web/parts/numbers.ts'

export const saysPrice = (price: number | null) =>
  price === null ? m.look_up_no_price() : price === 0 ? m.look_up_free() : kroner(price)
export const saysLength = (days: number | null) =>
  days === null ? '' : days === 1 ? m.look_up_one_day() : m.look_up_days({ count: number(days) })

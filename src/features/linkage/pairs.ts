import { comparer, questions } from './compare.ts'
import { finder } from './candidates.ts'
import { push, longs, shorts, type Column } from '#platform/columns'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'

/** All pairs that are weighed, contact by contact, each with how its questions came out. */
export type Pairs = {
  contacts: number
  /** Where each contact's pairs end. */
  ends: Uint32Array
  rows: Uint32Array
  /** `questions` places a pair; 65,535 where nothing was asked. */
  outcomes: Uint16Array
  us: Float32Array
}
export const unasked = 65_535

/** Finds and compares. Contacts come in an order of their own, so that sums are the same whatever the file's. */
export const pairsOf = (register: Register, contacts: readonly Contact[]): Pairs => {
  const find = finder(register)
  const compare = comparer(register)
  const [ends, rows] = [longs(), longs()]
  const outcomes: Column<Uint16Array> = shorts()
  let us = new Float32Array(4096 * questions)
  for (const contact of contacts) {
    const against = compare(contact)
    for (const row of find(contact)) {
      const from = rows.length * questions
      push(rows, row)
      if (from + questions > us.length) {
        const larger = new Float32Array(Math.ceil(us.length * 1.6))
        larger.set(us)
        us = larger
      }
      let place = from
      against(row, (outcome, u) => {
        push(outcomes, outcome)
        us[place] = u
        place += 1
      })
      for (; place < from + questions; place += 1) push(outcomes, unasked)
    }
    push(ends, rows.length)
  }
  return { contacts: contacts.length, ends: ends.values, rows: rows.values, outcomes: outcomes.values, us }
}

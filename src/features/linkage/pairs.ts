import { type comparer, questions } from './compare.ts'
import type { finder } from './candidates.ts'
import { type Column, pushShort, pushLong, shorts, longs } from '#platform/columns'
import type { Contact } from './records.ts'

/** All pairs that are weighed, contact by contact, each with how its questions came out. */
export type Pairs = {
  contacts: number
  /** Where each contact's pairs end. */
  ends: Uint32Array
  rows: Uint32Array
  /** `questions` places a pair; from the first 65,535 on nothing was asked. */
  outcomes: Uint16Array
  us: Float32Array
  /** How often the pair came out so: words are many. */
  times: Uint8Array
}
type Find = ReturnType<typeof finder>
type Compare = ReturnType<typeof comparer>
export const unasked = 65_535

/** Finds and compares. Contacts come in an order of their own, so that sums are the same whatever the file's. */
export const pairsOf = (find: Find, compare: Compare, contacts: readonly Contact[]): Pairs => {
  const [ends, rows] = [longs(), longs()]
  const outcomes: Column<Uint16Array> = shorts()
  let [us, times] = [new Float32Array(4096 * questions), new Uint8Array(4096 * questions)]
  for (const contact of contacts) {
    const against = compare(contact)
    for (const row of find(contact)) {
      const from = rows.length * questions
      pushLong(rows, row)
      if (from + questions > us.length) {
        const size = Math.ceil(us.length * 1.6)
        const [ofUs, ofTimes] = [new Float32Array(size), new Uint8Array(size)]
        ofUs.set(us)
        ofTimes.set(times)
        us = ofUs
        times = ofTimes
      }
      let place = from
      against(row, (outcome, u, often) => {
        pushShort(outcomes, outcome)
        us[place] = u
        times[place] = often
        place += 1
      })
      for (; place < from + questions; place += 1) pushShort(outcomes, unasked)
    }
    pushLong(ends, rows.length)
  }
  return { contacts: contacts.length, ends: ends.values, rows: rows.values, outcomes: outcomes.values, us, times }
}

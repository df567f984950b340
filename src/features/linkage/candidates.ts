import { rowsUnder } from '#platform/block-index'
import { keysOf } from './block-keys.ts'
import { longAt, singleAt } from '#platform/columns'
import { hashOf } from '#platform/hash'
import type { Contact } from './records.ts'
import type { Register } from './register.ts'
import { namesWith, oneSlipFrom } from './words.ts'

/** A key shared by more than so many companies says too little to look at them all. */
const mostUnderKey = 300
/** So many are compared field by field. */
export const mostCompared = 24

/** Who shares less than this part of what the best shares is not compared. */
const leastOfBest = 0.2
/** With so many times what one company among all is worth, nobody looks for other spellings. */
const enough = 3

/** Finds for a contact the companies that share most, weighed by how rare what they share is. Keeps its scratch between contacts. */
export const finder = (register: Register) => {
  const shared = new Float32Array(register.size)
  const touched: number[] = []
  const all = Math.log(register.known + 1)

  const take = (contact: Contact, hashes: readonly number[], seen: Set<number>, worth: number): void =>
    keysOf(contact, hashes, contact.pNumber, (key) => {
      if (seen.has(key)) return
      seen.add(key)
      const from = touched.length
      const count = rowsUnder(register.blocks, key, mostUnderKey, (row) => touched.push(row))
      const weight = worth * Math.log((register.known + 1) / Math.max(1, count))
      let to = from
      for (let place = from; place < touched.length; place += 1) {
        const row = touched[place] ?? 0
        if (singleAt(shared, row) === 0) {
          touched[to] = row
          to += 1
        }
        shared[row] = singleAt(shared, row) + weight
      }
      touched.length = to
    })

  return (contact: Contact): number[] => {
    const seen = new Set<number>()
    const words = [...new Set(contact.name.words)]
    take(contact, words.map(hashOf), seen, 1)
    // What people have confirmed is looked at whatever else it shares.
    if (contact.confirmed !== 0) take({ ...contact, cvr: contact.confirmed }, [], seen, 100)
    let most = 0
    for (const row of touched) most = Math.max(most, singleAt(shared, row))
    const unknown = most > enough * all ? [] : words.filter((word) => namesWith(register.words, word) === 0)
    for (const word of unknown) {
      const meant = oneSlipFrom(register.words, word).slice(0, 6)
      for (const other of meant)
        take(
          contact,
          words.map((one) => hashOf(one === word ? other : one)),
          seen,
          0.8,
        )
    }
    const wanted = (row: number) => !contact.rejected.includes(longAt(register.cvr, row))
    most = 0
    for (const row of touched) most = Math.max(most, singleAt(shared, row))
    const best = touched
      .filter((row) => singleAt(shared, row) > leastOfBest * most && wanted(row))
      .toSorted((a, b) => singleAt(shared, b) - singleAt(shared, a) || a - b)
      .slice(0, mostCompared)
    for (const row of touched) shared[row] = 0
    touched.length = 0
    return best
  }
}

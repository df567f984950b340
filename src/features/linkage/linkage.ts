/**
 * Front door: which company of a whole register each row of a list is, or nobody, with reasons that add up. Pure: no database, no clock, the same
 * answer for the same rows.
 */
import { finder } from './candidates.ts'
import { comparer } from './compare.ts'
import { learn } from './learn.ts'
import { pairsOf } from './pairs.ts'
import { type ContactEntry, readContact } from './records.ts'
import type { Register } from './register.ts'
import { type Resolution, decide } from './resolve.ts'

export type { ContactEntry, RegisterEntry } from './records.ts'
export { openRegister, type Register } from './register.ts'
export type { Reason, Resolution } from './resolve.ts'

/**
 * Who resolves lists of contacts against a whole register: which company each is, or nobody (I. Fellegi, A. Sunter, JASA 1969; weights
 * learnt from the list itself). The same rows in another order, or twice, come out the same.
 */
export const resolver = (register: Register) => {
  const [find, compare] = [finder(register), comparer(register)]
  return (entries: readonly ContactEntry[]): Resolution[] => {
    const read = entries.map(readContact)
    const unique = [...new Map(read.map((contact) => [contact.same, contact])).values()].toSorted((a, b) =>
      a.same < b.same ? -1 : 1,
    )
    const pairs = pairsOf(find, compare, unique)
    const learnt = learn(register, pairs)
    const likely = new Float64Array(pairs.rows.length)
    const answers = new Map(
      unique.map((contact, place) => [contact.same, decide(register, pairs, place, contact, learnt, likely)]),
    )
    return read.map(({ same }) => answers.get(same) ?? { row: -1, cvr: '', p: 1, decision: 'nobody', reasons: [] })
  }
}

/** One list against a register that no other will be asked of. */
export const resolveAll = (register: Register, entries: readonly ContactEntry[]): Resolution[] =>
  resolver(register)(entries)

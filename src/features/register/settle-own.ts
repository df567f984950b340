import { keysOf, partOf } from '#platform/typed.shared'
import { type Facts, type Found, ownFacts } from './company-facts.ts'
import { settle, type Settled, type Stored } from './settle.ts'

/** What a centre knows of a company: `own` from its files, `register` from the register; one of them is there. */
export type OwnStored = Stored & { own: Facts | null; register: Facts | null }

const keepProtection = (stored: OwnStored, settled: Settled): Settled => {
  if (!stored.own?.protected || settled.change.protected !== false) return settled
  const { protected: _, ...change } = settled.change
  return { ...settled, change, stayed: [...settled.stayed, 'protected'] }
}

/**
 * Decides what somebody's table changes. Of a company that the register lacks, whatever it says; of one that the register
 * has, only how to reach it and that it is protected: the rest the register says best, and stays. No table takes protection away: what the register's
 * document once said of it, or another table, stays.
 */
export const settleOwn = (stored: OwnStored, found: Found): Settled => {
  const { register } = stored
  if (!register) return keepProtection(stored, settle(stored, found))
  const news = partOf(found.facts, (key, value) => key !== 'protected' || !(value && register.protected))
  const facts = partOf(news, (key) => ownFacts.includes(key))
  const settled = settle(stored, { ...found, cvr: stored.cvr, facts })
  const stays = partOf(news, (key, value) => !ownFacts.includes(key) && value !== null)
  const differs = keysOf(partOf(stays, (key, value) => value !== register[key]))
  return keepProtection(stored, { ...settled, stayed: [...settled.stayed, ...differs] })
}

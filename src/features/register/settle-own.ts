import { keysOf, partOf } from '#platform/typed.shared'
import { type FactName, type Facts, type Found, goesOn, ownFacts } from './company-facts.ts'
import { settle, type Settled, type Stored } from './settle.ts'

/** What a centre knows of a company: `own` from its files, `register` from the register; one of them is there. */
export type OwnStored = Stored & { own: Facts | null; register: Facts | null }

const keepProtection = (stored: OwnStored, settled: Settled): Settled => {
  if (!stored.own?.protected || settled.change.protected !== false) return settled
  const { protected: _, ...change } = settled.change
  return { ...settled, change, stayed: [...settled.stayed, 'protected'] }
}

/** How to reach it, to leave it alone; of its status only that it is over, or what this centre said of that before. */
const isOwn = ({ own, register }: OwnStored, key: FactName, value: Facts[FactName] | undefined) => {
  if (!ownFacts.includes(key)) return false
  if (key !== 'statusText') return true
  return typeof value === 'string' && value !== register?.statusText && (!goesOn(value) || Boolean(own?.statusText))
}

/**
 * Decides what somebody's table changes. Of a company that the register lacks, whatever it says; of one that the register
 * has, only how to reach it, that it is protected and that it is over: the rest the register says best, and stays. No table takes protection away: what the register's
 * document once said of it, or another table, stays.
 */
export const settleOwn = (stored: OwnStored, found: Found): Settled => {
  const { register } = stored
  if (!register) return keepProtection(stored, settle(stored, found))
  const news = partOf(found.facts, (key, value) => key !== 'protected' || !(value && register.protected))
  const facts = partOf(news, (key, value) => isOwn(stored, key, value))
  const settled = settle(stored, { ...found, cvr: stored.cvr, facts })
  const stays = partOf(news, (key, value) => !isOwn(stored, key, value) && value !== null)
  const differs = keysOf(partOf(stays, (key, value) => value !== register[key]))
  return keepProtection(stored, { ...settled, stayed: [...settled.stayed, ...differs] })
}

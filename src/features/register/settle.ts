import { entriesOf, partOf } from '#platform/typed.shared'
import type { FactName, Facts, Found, Left } from './company-facts.ts'
import { reasons } from './reasons.ts'

/** A company as the register has it now. */
export type Stored = Facts & { id: number; cvr: string; registerChangedAt: string | null }

/** What a row of a file does to the register. */
export type Settled = {
  change: Partial<Facts & { cvr: string }>
  /** The version the register holds afterwards. */
  registerChangedAt: string | null
  /** Values that differ, but stay because the register's own are dated and the file's are not, or are older. */
  stayed: FactName[]
}

/** Values that only make sense together: a new code without its text must not stand beside the old one's. */
const together: readonly { by: readonly FactName[]; all: readonly FactName[] }[] = [
  { by: ['industry'], all: ['industry', 'industryText'] },
  { by: ['formCode', 'form'], all: ['formCode', 'form'] },
  { by: ['statusText'], all: ['statusText', 'statusSince'] },
  { by: ['employees', 'employeesFrom', 'employeesTo'], all: ['employees', 'employeesFrom', 'employeesTo'] },
]

/**
 * Decides what changes. A newer version of the register's own record replaces what it speaks of; an older one changes
 * nothing; the same version again only adds. A file without dates cannot be known to be newer than the register: it fills
 * what is empty there, and changes freely only what came from files without dates. Protection against advertising is set
 * by any file that says so, and cleared only by one that says the opposite and is newer, or as undated as the mark itself.
 */
export const settle = (stored: Stored, found: Found): Settled => {
  const same = Date.parse(found.changedAt ?? '') === Date.parse(stored.registerChangedAt ?? '')
  const dated = found.changedAt !== null
  const newer =
    dated &&
    (stored.registerChangedAt === null || Date.parse(found.changedAt ?? '') > Date.parse(stored.registerChangedAt))
  const free = newer || (!dated && stored.registerChangedAt === null)
  const told = partOf(found.facts, (key, value) => value !== stored[key])
  const older = dated && !newer && !same
  const allowed = older ? {} : partOf(told, (key, value) => free || mayAdd(stored, same && dated, key, value))
  const change = withTheRest(stored, found, allowed)
  if (free && found.cvr !== stored.cvr) Object.assign(change, { cvr: found.cvr })
  return {
    change,
    registerChangedAt: newer ? found.changedAt : stored.registerChangedAt,
    stayed: entriesOf(told).flatMap(([key, value]) => (key in change || value === null ? [] : [key])),
  }
}

const mayAdd = (stored: Stored, sameVersion: boolean, key: FactName, value: Facts[FactName]) => {
  if (key === 'protected') return value === true
  if (value === null) return false
  if (sameVersion) return true
  return (together.find((group) => group.all.includes(key))?.all ?? [key]).every((one) => stored[one] === null)
}

const withTheRest = (stored: Stored, found: Found, change: Partial<Facts>) => {
  for (const { by, all } of together) {
    if (!by.some((key) => key in change)) continue
    for (const key of all)
      if (!(key in change) && !(key in found.facts) && stored[key] !== null) Object.assign(change, { [key]: null })
  }
  return change
}

/** The same entity stands in a file more than once: one key for both. */
export const entityKey = ({ cvr, pNumber }: Pick<Found, 'cvr' | 'pNumber'>) =>
  pNumber === null ? `c${cvr}` : `p${pNumber}`

/** A row as it stands in the file. */
export type InFile = { line: number; found: Found }

/** A larger file than anyone's own list; what stands after is not compared any more. */
const mostRemembered = 1_000_000

/** The same company twice in one file of people's: the later row counts, and both are named. Asked for each row in turn. An exact copy says nothing new. */
export const repeatedIn = () => {
  const seen = new Map<string, { line: number; name: string; text: string }>()
  return ({ line, found }: InFile, column: string | null): Left[] => {
    const key = entityKey(found)
    const before = seen.get(key)
    const [name, text] = [found.facts.name ?? '', JSON.stringify(found)]
    if (before || seen.size < mostRemembered) seen.set(key, { line, name: name || (before?.name ?? ''), text })
    if (!before || before.text === text) return []
    const differs = name !== '' && before.name !== '' && name !== before.name
    const reason = differs ? reasons.twiceNamed(before.line, before.name, name) : reasons.twice(before.line)
    return [{ column, reason }]
  }
}

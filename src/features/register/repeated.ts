/** The same company twice in one file of people's: the later row counts, and both are named. */
import type { Found, Left } from './company-facts.ts'
import { reasons } from './reasons.ts'
import { entityKey } from './settle.ts'

/** A row as it stands in the file. */
export type InFile = { line: number; found: Found }

/** A larger file than anyone's own list; what stands after is not compared any more. */
const mostRemembered = 1_000_000

/** Asked for each row in turn. An exact copy says nothing new. */
export const repeatedIn = () => {
  const seen = new Map<string, { line: number; name: string; text: string }>()
  return ({ line, found }: InFile): Left[] => {
    const key = entityKey(found)
    const before = seen.get(key)
    const [name, text] = [found.facts.name ?? '', JSON.stringify(found)]
    if (before || seen.size < mostRemembered) seen.set(key, { line, name: name || (before?.name ?? ''), text })
    if (!before || before.text === text) return []
    const differs = name !== '' && before.name !== '' && name !== before.name
    const reason = differs ? reasons.twiceNamed(before.line, before.name, name) : reasons.twice(before.line)
    return [{ column: null, reason }]
  }
}

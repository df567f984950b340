/** In which group a line stands, and why. Pure. */
import type { z } from '#platform/endpoint'
import type { HandInLine } from './hand-in.schema.ts'
import type { LineRow } from './hand-in.sql.ts'
import type { Standing } from '../handed-in/handed-in.ts'
import type { Meant } from './read-line.ts'

type Shape = z.infer<typeof HandInLine>
type Hint = 'meant' | Meant['hint']
type Told = Pick<Shape, 'group' | 'why'>
type Place = Pick<Standing, 'id' | 'name' | 'town' | 'employees'>
const placeOf = ({ id, name, town, employees }: Place) => ({ id, name, town, employees })

const told = (row: LineRow, standing: Standing | undefined, sameAs: number | null, unfound: 'choose' | Hint): Told => {
  if (row.lookedUpAt === null) return { group: 'look-up', why: 'look-up' }
  if (!standing) return { group: 'answer', why: unfound }
  if (sameAs !== null) return { group: 'answer', why: 'twice' }
  if (standing.own) return { group: 'cannot', why: 'own' }
  if (standing.word !== null) return { group: 'cannot', why: standing.word }
  // Before the phone number: whatever keeps it back, the same is said.
  if (standing.maybe) return { group: 'maybe', why: 'maybe' }
  return standing.phoned ? { group: 'ready', why: 'ready' } : { group: 'answer', why: 'no-phone' }
}

type Given = { row: LineRow; standing: Standing | undefined; sameAs: number | null; meant: Meant }
/** Several may fit what was written, or nobody is called that and these look like it. */
const unfoundOf = ({ name, hint }: Meant, candidates: readonly Place[]): 'choose' | Hint => {
  if (candidates.length === 0) return hint
  if (!name) return 'choose'
  // A word may be the town.
  const holds = candidates.some((place) => {
    const said = `${place.name} ${place.town ?? ''}`.toLowerCase()
    return name.words.every((word) => said.includes(word))
  })
  return holds ? 'choose' : 'meant'
}
/** The line as its school is told it; of one that may not come nothing but that. */
export const lineOf = ({ row, standing, sameAs, meant }: Given, places: ReadonlyMap<number, Place>): Shape => {
  const candidates = standing
    ? []
    : row.candidates.flatMap((id) => {
        const place = places.get(id)
        return place ? [placeOf(place)] : []
      })
  const said = told(row, standing, sameAs, unfoundOf(meant, candidates))
  const cannot = said.group === 'cannot' && said.why !== 'own'
  return {
    ...{ n: row.n, wrote: row.wrote, ...said },
    company: standing ? placeOf(standing) : null,
    until: cannot ? (standing?.untilOn ?? null) : null,
    ask: cannot && standing && standing.who !== null ? { name: standing.who, school: standing.whoSchool } : null,
    candidates,
    sameAs,
    changed: row.changedAt !== null,
  }
}

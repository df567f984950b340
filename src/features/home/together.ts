import type { WaitingKind } from '#platform/waiting.shared'
import type { Found } from './waiting.sql.ts'

export type Together = Found & { also: Found[] }

/**
 * One thing that several rooms tell of is one row: the kind that stands for the others, which then only add what it does not say. Of things
 * that nobody stands for each row is its own.
 */
export const together = (found: readonly Found[], kinds: ReadonlyMap<string, WaitingKind>): Together[] => {
  const thingOf = ({ kind, id }: Found) => {
    const of = kinds.get(kind)?.of
    return of && `${of} ${id}`
  }
  const stands = ({ kind }: Found) => kinds.get(kind)?.standsForOthers === true
  const stoodFor = new Set(found.filter(stands).map(thingOf))
  return found
    .filter((one) => stands(one) || !stoodFor.has(thingOf(one)))
    .map((one) => ({
      ...one,
      also: stands(one) ? found.filter((other) => !stands(other) && thingOf(other) === thingOf(one)) : [],
    }))
}

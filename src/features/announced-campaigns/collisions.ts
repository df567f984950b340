/** When two campaigns go to the same companies in the same weeks. */
export type Reaching = {
  fromOn: string
  toOn: string
  /** Codes of municipalities; empty: everywhere. */
  municipalities: readonly number[]
  /** Beginnings of DB07 codes; empty: every industry. */
  industries: readonly string[]
}
const meet = <T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean) =>
  one.length === 0 || other.length === 0 || one.some((a) => other.some((b) => same(a, b)))
const within = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)

/** Dates count both ends. What nobody narrowed reaches everyone. */
export const collide = (one: Reaching, other: Reaching): boolean =>
  one.fromOn <= other.toOn &&
  other.fromOn <= one.toOn &&
  meet(one.municipalities, other.municipalities, (a, b) => a === b) &&
  meet(one.industries, other.industries, within)

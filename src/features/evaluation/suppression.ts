/**
 * Hides small figures, and so many others that no small one can be worked out from what is left. Pure: figures in, names of
 * hidden cells out. Method: complementary suppression over everything that is published together (tables, totals, quarters,
 * years), see algorithms.md E: R1 no figure under five, R4 no hidden cell in the span of the published, R5 each hidden small
 * cell must be able to be at least `width` apart, R6 two published figures of one row differ by 0 or at least five.
 */
import { kernelOf } from './linear.ts'
import { least } from './least.shared.ts'
import { most } from './simplex.ts'

/** How far apart the values must lie that a reader can imagine for a hidden small figure. */
const width = 3

export type Figure = {
  value: number
  /** Companies behind the figure, where it counts something else than companies. */
  companies?: number
}
/** All figures of one kind (one stage), by name of their row. A row that is missing is zero and known to be. */
export type Stage = { name: string; figures: ReadonlyMap<string, Figure> }
/** Everybody can see that the rows `parts` together are the row `whole`. */
export type Sum = { whole: string; parts: readonly string[] }
export type Cube = {
  /** In the order of the funnel: where one of two must be hidden, the later is. */
  stages: readonly Stage[]
  sums: readonly Sum[]
  /** [inner, outer]: whoever is counted in the inner stage is counted in the outer too. */
  within: readonly (readonly [string, string])[]
  /** Pairs of stages whose difference says something of the companies between them. */
  differences: readonly (readonly [string, string])[]
}
/** For each stage the rows whose figure is hidden. */
export type Hidden = Map<string, Set<string>>

const isSmall = (count: number) => count > 0 && count < least
const isSensitive = (figure: Figure) => isSmall(figure.value) || isSmall(figure.companies ?? figure.value)

type Work = {
  stage: Stage
  sums: readonly Sum[]
  /** The sums that a row stands in, as a part or as the whole. */
  sumsOf: ReadonlyMap<string, readonly Sum[]>
  hidden: Set<string>
  sensitive: Set<string>
  /** What a reader knows of a hidden figure besides the sums: it lies between published figures of the same row. */
  bounds: (row: string) => readonly [number, number]
}

const valueOf = (work: Work, row: string) => work.stage.figures.get(row)?.value ?? 0
const rowsOf = (sum: Sum) => [sum.whole, ...sum.parts]
const isShown = (work: Work, row: string) => !work.hidden.has(row) && valueOf(work, row) > 0

/** How much a reader loses when a row is hidden: its own figure, and what its other sums then need hidden with it. */
const lossOf = (work: Work, row: string): number => {
  const others = (work.sumsOf.get(row) ?? []).map((sum) => {
    const names = rowsOf(sum).filter((one) => one !== row)
    if (names.some((one) => work.hidden.has(one))) return 0
    const parts = names.filter((one) => one !== sum.whole && isShown(work, one)).map((one) => valueOf(work, one))
    // Where nothing but the whole is left to hide, a total is lost.
    return parts.length > 0 ? Math.min(...parts) : 10 * valueOf(work, sum.whole)
  })
  return others.reduce((sum, one) => sum + one, valueOf(work, row))
}

/** Hides one more figure of these sums: the part that is missed least, a whole only when no part is left. */
const hideOneMore = (work: Work, sums: readonly Sum[]): boolean => {
  const parts = sums.flatMap((sum) => sum.parts).filter((row) => isShown(work, row))
  const wholes = sums.map((sum) => sum.whole).filter((row) => isShown(work, row))
  const losses = (parts.length > 0 ? parts : wholes).map((row) => ({ row, loss: lossOf(work, row) }))
  const [cheapest] = losses.toSorted((a, b) => a.loss - b.loss)
  if (cheapest === undefined) return false
  work.hidden.add(cheapest.row)
  return true
}

/** A sum with one hidden figure gives it away; with a shown whole it gives away what its hidden parts are together. */
const givesAway = (work: Work, sum: Sum): boolean => {
  const hidden = rowsOf(sum).filter((row) => work.hidden.has(row))
  if (hidden.length === 0) return false
  if (hidden.length === 1) return true
  if (work.hidden.has(sum.whole)) return false
  return isSmall(hidden.reduce((together, row) => together + valueOf(work, row), 0))
}

const closeSums = (work: Work) => {
  let again = true
  while (again) {
    again = false
    for (const sum of work.sums) if (givesAway(work, sum) && hideOneMore(work, [sum])) again = true
  }
}

/** Hidden rows that hang together by sums: what one can be depends on the others of its group, and on nobody else. */
const groupsOf = (work: Work): string[][] => {
  const left = new Set(work.hidden)
  const groups: string[][] = []
  for (const start of left) {
    const group = [start]
    left.delete(start)
    for (const row of group) {
      const near = (work.sumsOf.get(row) ?? []).flatMap(rowsOf)
      group.push(...near.filter((other) => left.delete(other)))
    }
    groups.push(group)
  }
  return groups
}

/** Ways in which the figures of a group can move while all that is shown stays as it is. */
const waysToMove = (work: Work, group: readonly string[]) => {
  const place = new Map(group.map((row, at) => [row, at]))
  const sums = new Set(group.flatMap((row) => work.sumsOf.get(row) ?? []))
  const equations = [...sums].map((sum) => {
    const line = group.map(() => 0)
    for (const part of sum.parts) if (place.has(part)) line[place.get(part) ?? 0] = 1
    if (place.has(sum.whole)) line[place.get(sum.whole) ?? 0] = -1
    return line
  })
  return kernelOf(equations, group.length)
}

/** Sensitive rows that a reader could narrow down to values less than `width` apart, knowing all sums and bounds. */
const unproven = (work: Work): string[] =>
  groupsOf(work).flatMap((group) => {
    const wanted = group.filter((row) => work.sensitive.has(row))
    if (wanted.length === 0) return []
    const ways = waysToMove(work, group)
    const lines: number[][] = []
    const limits: number[] = []
    for (const [at, row] of group.entries()) {
      const [low, high] = work.bounds(row)
      lines.push(ways.map((way) => -(way[at] ?? 0)))
      limits.push(Math.max(0, valueOf(work, row) - low))
      if (high === Number.POSITIVE_INFINITY) continue
      lines.push(ways.map((way) => way[at] ?? 0))
      limits.push(Math.max(0, high - valueOf(work, row)))
    }
    return wanted.filter((row) => {
      const gain = ways.map((way) => way[group.indexOf(row)] ?? 0)
      const up = most(lines, limits, gain, width)
      if (up >= width) return false
      return (
        up +
          most(
            lines,
            limits,
            gain.map((one) => -one),
            width,
          ) <
        width - 1e-6
      )
    })
  })

/** Sums that reach the group of hidden rows this one belongs to. */
const sumsAround = (work: Work, row: string): Sum[] => {
  const group = groupsOf(work).find((one) => one.includes(row)) ?? [row]
  return [...new Set(group.flatMap((one) => work.sumsOf.get(one) ?? []))]
}

/** Hides more until every sensitive figure is proven safe, or nothing is left to hide around it. */
const protect = (work: Work) => {
  closeSums(work)
  for (let hidMore = true; hidMore; ) {
    hidMore = false
    const touched = new Set<Sum>()
    for (const row of unproven(work)) {
      const own = work.sumsOf.get(row) ?? []
      // What was hidden for another of these rows may have helped this one as well: judge again first.
      if (own.some((sum) => touched.has(sum))) continue
      for (const sum of own) touched.add(sum)
      if (hideOneMore(work, own) || hideOneMore(work, sumsAround(work, row))) hidMore = true
    }
    closeSums(work)
  }
}

/** Rows of a stage that stand a small difference away from a shown figure of a stage before it. */
const tooClose = (cube: Cube, stage: Stage, hidden: Hidden): string[] => {
  const at = cube.stages.indexOf(stage)
  const partners = cube.stages.filter(
    (other, place) =>
      place < at && cube.differences.some((pair) => pair.includes(stage.name) && pair.includes(other.name)),
  )
  return [...stage.figures].flatMap(([row, figure]) => {
    const close = partners.some((other) => {
      const shown = other.figures.get(row)
      return shown && !hidden.get(other.name)?.has(row) && isSmall(Math.abs(shown.value - figure.value))
    })
    return close ? [row] : []
  })
}

const boundsOf = (cube: Cube, stage: Stage, hidden: Hidden, known: ReadonlySet<string>) => (row: string) => {
  const shown = (name: string) => {
    if (!known.has(name) || hidden.get(name)?.has(row)) return undefined
    const figures = cube.stages.find((one) => one.name === name)?.figures
    return figures && (figures.get(row)?.value ?? 0)
  }
  const outer = cube.within.flatMap(([inner, name]) => (inner === stage.name ? (shown(name) ?? []) : []))
  const inner = cube.within.flatMap(([name, around]) => (around === stage.name ? (shown(name) ?? []) : []))
  return [Math.max(0, ...inner), Math.min(Number.POSITIVE_INFINITY, ...outer)] as const
}

/** Which figures must not be shown. All figures that may ever be shown side by side have to be in the cube. */
export const suppress = (cube: Cube): Hidden => {
  const hidden: Hidden = new Map(cube.stages.map((stage) => [stage.name, new Set<string>()]))
  const known = new Set<string>()
  const sumsOf = new Map<string, Sum[]>()
  for (const sum of cube.sums) for (const row of rowsOf(sum)) sumsOf.set(row, [...(sumsOf.get(row) ?? []), sum])
  const count = () => cube.stages.reduce((sum, stage) => sum + (hidden.get(stage.name)?.size ?? 0), 0)
  const sensitive = new Map(
    cube.stages.map((stage) => [
      stage.name,
      new Set([...stage.figures].flatMap(([row, figure]) => (isSensitive(figure) ? [row] : []))),
    ]),
  )
  // A stage is judged by what the others show, and shows less after it: until nothing more has to go.
  for (let before = -1; before !== count() || known.size < cube.stages.length; ) {
    before = count()
    for (const stage of cube.stages) {
      const mine = hidden.get(stage.name) ?? new Set()
      const small = sensitive.get(stage.name) ?? new Set()
      for (const row of tooClose(cube, stage, hidden)) if (!mine.has(row)) small.add(row)
      for (const row of small) mine.add(row)
      protect({
        stage,
        sums: cube.sums,
        sumsOf,
        hidden: mine,
        sensitive: small,
        bounds: boundsOf(cube, stage, hidden, known),
      })
      known.add(stage.name)
    }
  }
  return hidden
}

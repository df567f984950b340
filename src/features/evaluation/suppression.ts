/**
 * Hides small figures, and so many others that no small one can be worked out from what is left. Pure: figures in, names of
 * hidden cells out. Method: complementary suppression over everything that is published together (tables, totals, quarters,
 * years), see algorithms.md E: R1 no figure under five, R4 no hidden cell in the span of the published, R5 each hidden small
 * cell must be able to be at least `width` apart, R6 two published figures of one row differ by 0 or at least five.
 */
import { kernelOf } from './linear.ts'

/** Fewer than this many is hidden; so is a difference of fewer, but more than none. */
export const least = 5
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
  hidden: Set<string>
  sensitive: Set<string>
  /** What a reader knows of a hidden figure besides the sums: it lies between published figures of the same row. */
  bounds: (row: string) => readonly [number, number]
}

const valueOf = (work: Work, row: string) => work.stage.figures.get(row)?.value ?? 0
const rowsOf = (sum: Sum) => [sum.whole, ...sum.parts]
const isShown = (work: Work, row: string) => !work.hidden.has(row) && valueOf(work, row) > 0

/** Hides one more figure of these sums: the smallest part that is shown, a whole only when no part is left. */
const hideOneMore = (work: Work, sums: readonly Sum[]): boolean => {
  const parts = sums.flatMap((sum) => sum.parts).filter((row) => isShown(work, row))
  const wholes = sums.map((sum) => sum.whole).filter((row) => isShown(work, row))
  const [cheapest] = (parts.length > 0 ? parts : wholes).toSorted((a, b) => valueOf(work, a) - valueOf(work, b))
  if (cheapest === undefined) return false
  work.hidden.add(cheapest)
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

/** Whole steps that figures can go along `direction` without anything shown becoming wrong, each way. */
const roomAlong = (work: Work, rows: readonly string[], direction: readonly number[]): number => {
  let [down, up] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [at, step] of direction.entries()) {
    if (step === 0) continue
    const row = rows[at] ?? ''
    const [low, high] = work.bounds(row)
    const [below, above] = [valueOf(work, row) - low, high - valueOf(work, row)]
    up = Math.min(up, Math.floor((step > 0 ? above : below) / Math.abs(step)))
    down = Math.min(down, Math.floor((step > 0 ? below : above) / Math.abs(step)))
  }
  return Math.max(0, up) + Math.max(0, down)
}

/** Sensitive rows for which no other world, as far as `width` away, has been found that shows the same figures. */
const unproven = (work: Work): string[] => {
  const rows = [...work.hidden]
  const place = new Map(rows.map((row, at) => [row, at]))
  const equations = work.sums.flatMap((sum) => {
    const line = new Array<number>(rows.length).fill(0)
    for (const part of sum.parts) if (place.has(part)) line[place.get(part) ?? 0] = 1
    if (place.has(sum.whole)) line[place.get(sum.whole) ?? 0] = -1
    return line.some((one) => one !== 0) ? [line] : []
  })
  const room = new Array<number>(rows.length).fill(0)
  for (const direction of kernelOf(equations, rows.length)) {
    if (direction.some((step) => !Number.isInteger(step))) continue
    const steps = roomAlong(work, rows, direction)
    for (const [at, step] of direction.entries()) {
      if (step !== 0) room[at] = Math.max(room[at] ?? 0, steps * Math.abs(step))
    }
  }
  return rows.filter((row, at) => work.sensitive.has(row) && (room[at] ?? 0) < width)
}

/** Rows that are tied to this one by sums of hidden figures. */
const tiedTo = (work: Work, row: string): Sum[] => {
  const reached = new Set([row])
  let sums: Sum[] = []
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    sums = work.sums.filter((sum) => rowsOf(sum).some((one) => reached.has(one)))
    for (const one of sums.flatMap(rowsOf)) if (work.hidden.has(one)) reached.add(one)
  }
  return sums
}

/** Hides more until every sensitive figure is proven safe, or nothing is left to hide around it. */
const protect = (work: Work) => {
  closeSums(work)
  for (;;) {
    let hidMore = false
    for (const row of unproven(work)) {
      const own = work.sums.filter((sum) => rowsOf(sum).includes(row))
      if (hideOneMore(work, own) || hideOneMore(work, tiedTo(work, row))) {
        closeSums(work)
        hidMore = true
        break
      }
    }
    if (!hidMore) return
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
      protect({ stage, sums: cube.sums, hidden: mine, sensitive: small, bounds: boundsOf(cube, stage, hidden, known) })
      known.add(stage.name)
    }
  }
  return hidden
}

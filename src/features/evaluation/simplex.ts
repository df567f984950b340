/** Pivots after which the choice of column becomes Bland's, which never goes round in circles. */
const careful = 60
const mostPivots = 2000
const nearly = 1e-9

type Program = { lines: number[][]; limits: number[]; gain: number[]; lineNames: number[]; columnNames: number[] }

/** The column that gains most, later the first by name that gains at all; -1 when none does. */
const entering = ({ gain, columnNames }: Program, pivots: number): number => {
  let best = -1
  for (const [column, value] of gain.entries()) {
    if (value <= nearly) continue
    const better =
      pivots < careful
        ? value > (gain[best] ?? 0)
        : (columnNames[column] ?? 0) < (columnNames[best] ?? Number.POSITIVE_INFINITY)
    if (best < 0 || better) best = column
  }
  return best
}

/** The line that stops the column first; -1 when none does. */
const leaving = ({ lines, limits, lineNames }: Program, column: number): number => {
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  for (const [row, line] of lines.entries()) {
    const step = line[column] ?? 0
    if (step <= nearly) continue
    const ratio = (limits[row] ?? 0) / step
    const isTie = Math.abs(ratio - least) <= nearly && (lineNames[row] ?? 0) < (lineNames[best] ?? 0)
    if (ratio < least - nearly || isTie) [best, least] = [row, Math.min(ratio, least)]
  }
  return best
}

/** Line and column change places. */
const exchange = (program: Program, row: number, column: number): number => {
  const { lines, limits, gain, lineNames, columnNames } = program
  const pivotLine = lines[row] ?? []
  const pivot = pivotLine[column] ?? 1
  for (const [at, value] of pivotLine.entries()) pivotLine[at] = (at === column ? 1 : value) / pivot
  limits[row] = (limits[row] ?? 0) / pivot
  const sweep = (line: number[]) => {
    const factor = line[column] ?? 0
    if (factor === 0) return 0
    line[column] = 0
    for (const [at, value] of pivotLine.entries()) line[at] = (line[at] ?? 0) - factor * value
    return factor
  }
  for (const [at, line] of lines.entries()) {
    if (at !== row) limits[at] = (limits[at] ?? 0) - sweep(line) * (limits[row] ?? 0)
  }
  const won = sweep(gain) * (limits[row] ?? 0)
  const [out, into] = [lineNames[row] ?? 0, columnNames[column] ?? 0]
  lineNames[row] = into
  columnNames[column] = out
  return won
}

/**
 * The most that `gain · t` can be where every `line · t <= limit`, t of any sign and every limit at least 0; stops when it
 * is `enough`. The simplex method, from t = 0.
 */
export const most = (
  lines: readonly (readonly number[])[],
  limits: readonly number[],
  gain: readonly number[],
  enough: number,
): number => {
  // A quantity of any sign is the difference of two that are not negative.
  const both = (line: readonly number[]) => [...line, ...line.map((one) => -one)]
  const program: Program = {
    lines: lines.map(both),
    limits: [...limits],
    gain: both(gain),
    lineNames: lines.map((_, at) => gain.length * 2 + at),
    columnNames: both(gain).map((_, at) => at),
  }
  let total = 0
  for (let pivots = 0; pivots < mostPivots; pivots++) {
    const column = entering(program, pivots)
    if (column < 0 || total >= enough) break
    const row = leaving(program, column)
    if (row < 0) return Number.POSITIVE_INFINITY
    total += exchange(program, row, column)
  }
  return total
}

/** Rounding errors of adding and subtracting ones are far below this. */
const nearly = 1e-9

/** Reduced row echelon form in place; the pivot column of each row that has one. */
const reduce = (lines: number[][], columns: number): number[] => {
  const pivots: number[] = []
  for (let column = 0; column < columns && pivots.length < lines.length; column++) {
    const top = pivots.length
    const found = lines.findIndex((line, at) => at >= top && Math.abs(line[column] ?? 0) > nearly)
    const [pivot, first] = [lines[found], lines[top]]
    if (!pivot || !first) continue
    lines[found] = first
    lines[top] = pivot
    const scale = pivot[column] ?? 1
    for (let at = 0; at < columns; at++) pivot[at] = (pivot[at] ?? 0) / scale
    for (const line of lines) {
      const factor = line === pivot ? 0 : (line[column] ?? 0)
      if (Math.abs(factor) <= nearly) continue
      for (let at = 0; at < columns; at++) line[at] = (line[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
    pivots.push(column)
  }
  return pivots
}

const tidy = (value: number) => (Math.abs(value - Math.round(value)) < nearly ? Math.round(value) + 0 : value)

/** Directions in which unknowns can move without any of the sums changing: a basis of the kernel of `equations`. */
export const kernelOf = (equations: readonly (readonly number[])[], unknowns: number): number[][] => {
  const lines = equations.map((line) => [...line])
  const pivots = reduce(lines, unknowns)
  const free = Array.from({ length: unknowns }, (_, at) => at).filter((at) => !pivots.includes(at))
  return free.map((column) => {
    const direction = Array.from({ length: unknowns }, () => 0)
    direction[column] = 1
    for (const [row, pivot] of pivots.entries()) direction[pivot] = tidy(-(lines[row]?.[column] ?? 0))
    return direction
  })
}

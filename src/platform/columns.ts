/** Columns of numbers that grow: what a million companies cost is their numbers, not their objects. */

export type Column<Numbers extends Uint8Array | Uint16Array | Uint32Array> = {
  values: Numbers
  length: number
  grow: (size: number) => Numbers
  /** What has been filled, without a copy. */
  filled: () => Numbers
}

type Numbers = Uint8Array | Uint16Array | Uint32Array
const columnOf = <Kind extends Numbers>(grow: (size: number) => Kind, cut: (values: Kind, length: number) => Kind) => {
  const made: Column<Kind> = { values: grow(1024), length: 0, grow, filled: () => cut(made.values, made.length) }
  return made
}
export const bytes = (): Column<Uint8Array> =>
  columnOf<Uint8Array>(
    (size) => new Uint8Array(size),
    (values, length) => values.subarray(0, length),
  )
export const shorts = (): Column<Uint16Array> =>
  columnOf<Uint16Array>(
    (size) => new Uint16Array(size),
    (values, length) => values.subarray(0, length),
  )
export const longs = (): Column<Uint32Array> =>
  columnOf<Uint32Array>(
    (size) => new Uint32Array(size),
    (values, length) => values.subarray(0, length),
  )

export const push = (column: Column<Uint8Array | Uint16Array | Uint32Array>, value: number): void => {
  if (column.length === column.values.length) {
    const larger = column.grow(Math.ceil(column.length * 1.6))
    larger.set(column.values)
    column.values = larger
  }
  column.values[column.length] = value
  column.length += 1
}

/** What stands at a place that is known to be there. */
export const at = (
  values: Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array,
  place: number,
): number => values[place] ?? 0

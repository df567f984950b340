/** Columns of numbers that grow: what a million companies cost is their numbers, not their objects. */

export type Column<Numbers extends Uint8Array | Uint16Array | Uint32Array> = {
  values: Numbers
  length: number
  grow: (size: number) => Numbers
  /** What has been filled, without a copy. */
  filled: () => Numbers
  /** A place with nothing. */
  skip: () => void
}

type Numbers = Uint8Array | Uint16Array | Uint32Array
const larger = <Kind extends Numbers>(column: Column<Kind>): Kind => {
  const values = column.grow(Math.ceil(column.length * 1.6))
  values.set(column.values)
  return values
}
const columnOf = <Kind extends Numbers>(grow: (size: number) => Kind, cut: (values: Kind, length: number) => Kind) => {
  const made: Column<Kind> = {
    values: grow(1024),
    length: 0,
    grow,
    filled: () => cut(made.values, made.length),
    skip: () => {
      if (made.length === made.values.length) made.values = larger(made)
      made.length += 1
    },
  }
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

export const pushLong = (column: Column<Uint32Array>, value: number): void => {
  if (column.length === column.values.length) column.values = larger(column)
  column.values[column.length] = value
  column.length += 1
}
export const pushShort = (column: Column<Uint16Array>, value: number): void => {
  if (column.length === column.values.length) column.values = larger(column)
  column.values[column.length] = value
  column.length += 1
}
export const pushByte = (column: Column<Uint8Array>, value: number): void => {
  if (column.length === column.values.length) column.values = larger(column)
  column.values[column.length] = value
  column.length += 1
}

/**
 * What stands at a place that is known to be there. One function for each kind of numbers: a single one for all would be looked up at every
 * call, and cost as much as the work.
 */
export const byteAt = (values: Uint8Array, place: number): number => values[place] ?? 0
export const shortAt = (values: Uint16Array, place: number): number => values[place] ?? 0
export const longAt = (values: Uint32Array, place: number): number => values[place] ?? 0
export const realAt = (values: Float64Array, place: number): number => values[place] ?? 0
export const singleAt = (values: Float32Array, place: number): number => values[place] ?? 0

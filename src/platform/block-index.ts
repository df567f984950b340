import { shortAt, longAt } from './columns.ts'

/** Rows under each key: sorted by the upper bits of the key, the lower ones kept beside each row. */
export type BlockIndex = {
  starts: Uint32Array
  rows: Uint32Array
  /** The key's last bits: with the bucket's they are the whole key. */
  tags: Uint16Array
  bits: number
}

const bucketBits = (entries: number): number => Math.min(24, Math.max(16, Math.ceil(Math.log2(entries + 1)) - 1))

/**
 * A counting sort of all keys. `keyEnds[row]`: where the row's keys end in `keys`, which come row by row.
 * Costs six bytes a key and four a bucket.
 */
export const indexKeys = (keys: Uint32Array, total: number, keyEnds: Uint32Array, rowCount: number): BlockIndex => {
  const bits = bucketBits(total)
  const shift = 32 - bits
  const starts = new Uint32Array(2 ** bits + 1)
  for (let place = 0; place < total; place += 1) {
    const bucket = (longAt(keys, place) >>> shift) + 1
    starts[bucket] = longAt(starts, bucket) + 1
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1)
    starts[bucket] = longAt(starts, bucket) + longAt(starts, bucket - 1)
  const rows = new Uint32Array(total)
  const tags = new Uint16Array(total)
  let place = 0
  for (let row = 0; row < rowCount; row += 1)
    for (const end = longAt(keyEnds, row); place < end; place += 1) {
      const key = longAt(keys, place)
      const bucket = key >>> shift
      // Each bucket's start walks to its end; put back below.
      const to = longAt(starts, bucket)
      rows[to] = row
      tags[to] = key & 65_535
      starts[bucket] = to + 1
    }
  starts.copyWithin(1, 0, starts.length - 1)
  starts[0] = 0
  return { starts, rows, tags, bits }
}

const bucketOf = (index: BlockIndex, key: number): number => key >>> (32 - index.bits)
/** Where the rows of the key's bucket begin and end in `rows`; those of the key have its last sixteen bits as tag. */
const startOf = (index: BlockIndex, key: number): number => longAt(index.starts, bucketOf(index, key))
const endOf = (index: BlockIndex, key: number): number => longAt(index.starts, bucketOf(index, key) + 1)

/** A bucket with so many times what is looked at under one key holds one common key. */
const fullBucket = 8
/** So many rows stand under a key. A bucket far fuller than `most` holds one common key, and is not looked through. */
export const countUnder = (index: BlockIndex, key: number, most = 1024): number => {
  const [start, end] = [startOf(index, key), endOf(index, key)]
  if (end - start > most * fullBucket) return end - start
  const tag = key & 65_535
  let count = 0
  for (let place = start; place < end; place += 1) if (shortAt(index.tags, place) === tag) count += 1
  return count
}

/** Where the rows of a key stand, written into `into`; by return how many. More than there is room for count as none: such a key says too little. */
export const placesUnder = (index: BlockIndex, key: number, into: Uint32Array): number => {
  const [start, end] = [startOf(index, key), endOf(index, key)]
  if (end - start > into.length * fullBucket) return 0
  const tag = key & 65_535
  let count = 0
  for (let place = start; place < end; place += 1) {
    if (shortAt(index.tags, place) !== tag) continue
    if (count === into.length) return 0
    into[count] = place
    count += 1
  }
  return count
}

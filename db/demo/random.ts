/** A dice that always falls the same way for the same seed. Every part of the demo world has its own, so that adding
 * a class never changes a company. */
export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number
  /** Whole number, both ends included. */
  int: (from: number, to: number) => number
  /** True with probability `share` (0–1). */
  chance: (share: number) => boolean
  pick: <T>(of: readonly T[]) => T
  weighted: <T extends { weight: number }>(of: readonly T[]) => T
  /** A new list, in another order. */
  shuffle: <T>(of: readonly T[]) => T[]
}

/** Turns any name into 32 bits (FNV-1a, then one round of mixing), so that `companies:1` and `companies:2` lie far apart. */
export const hash = (text: string): number => {
  let bits = 0x811c9dc5
  for (let nth = 0; nth < text.length; nth++) bits = Math.imul(bits ^ text.charCodeAt(nth), 0x01000193)
  return mix(bits)
}

const mix = (bits: number) => {
  let x = bits
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}

/** sfc32 by Chris Doty-Humphrey (PractRand, public domain). `stream` tells independent sequences of one seed apart. */
export const random = (seed: number, stream = 0): Random => {
  let a = mix(seed | 0)
  let b = mix(stream | 0)
  let c = mix(a ^ 0x9e3779b9)
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round++) next()
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (of) => at(of, int(0, of.length - 1)),
    weighted: (of) => weighted(of, next()),
    shuffle: (of) => {
      const list = [...of]
      for (let last = list.length - 1; last > 0; last--) {
        const other = int(0, last)
        const held = at(list, last)
        list[last] = at(list, other)
        list[other] = held
      }
      return list
    },
  }
}

// Totals are remembered per table: weighing 90 industries again for each of a million companies is half the time.
const sums = new WeakMap<readonly { weight: number }[], number[]>()

const weighted = <T extends { weight: number }>(of: readonly T[], roll: number): T => {
  let sum = sums.get(of)
  if (!sum) {
    let total = 0
    sum = of.map((each) => {
      total += each.weight
      return total
    })
    sums.set(of, sum)
  }
  const mark = roll * at(sum, sum.length - 1)
  let low = 0
  let high = sum.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(sum, middle) > mark) high = middle
    else low = middle + 1
  }
  return at(of, low)
}

const at = <T>(list: readonly T[], index: number): T => {
  if (index < 0 || index >= list.length) throw new RangeError(`nothing at ${index} of ${list.length}`)
  return list[index] as T
}

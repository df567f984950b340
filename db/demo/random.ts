/** A dice that always falls the same way for the same seed. Every part of the demo world has its own, so that adding
 * a class never changes a company. */
export type Random = ReturnType<typeof random>

const mix = (bits: number) => {
  let x = bits
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}
/** Turns any name into 32 bits (FNV-1a, then one round of mixing), so that `companies:1` and `companies:2` lie far apart. */
export const hash = (text: string): number => {
  let bits = 0x811c9dc5
  for (let nth = 0; nth < text.length; nth++) bits = Math.imul(bits ^ text.charCodeAt(nth), 0x01000193)
  return mix(bits)
}

const at = <T>(list: readonly T[], index: number): T => {
  if (index < 0 || index >= list.length) throw new RangeError(`nothing at ${index} of ${list.length}`)
  return list[index] as T
}

// Remembered per table: weighing 90 industries again for each of a million companies is half the time.
const sums = new WeakMap<readonly { weight: number }[], number[]>()
const sumsOf = (of: readonly { weight: number }[]): number[] => {
  let total = 0
  const known = sums.get(of) ?? of.map(({ weight }) => (total += weight))
  sums.set(of, known)
  return known
}

/** sfc32 by Chris Doty-Humphrey (PractRand, public domain). `stream` tells independent sequences of one seed apart. */
export const random = (seed: number, stream = 0) => {
  let a = mix(seed | 0)
  let b = mix(stream | 0)
  let c = mix(a ^ 0x9e3779b9)
  let counter = 1
  /** 0 ≤ x < 1 */
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round++) next()
  /** Whole number, both ends included. */
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    /** True with probability `share` (0–1). */
    chance: (share: number) => next() < share,
    pick: <T>(of: readonly T[]): T => at(of, int(0, of.length - 1)),
    weighted: <T extends { weight: number }>(of: readonly T[]): T => {
      const known = sumsOf(of)
      const mark = next() * at(known, known.length - 1)
      return at(
        of,
        known.findIndex((sum) => sum > mark),
      )
    },
    /** A new list, in another order. */
    shuffle: <T>(of: readonly T[]): T[] => {
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

/** Words that are the same but for a slip of the finger. */

/**
 * Whether two words differ by at most `most` slips: a letter more, less, another, or two that changed places (optimal string alignment,
 * Damerau 1964), reckoned only as far as `most`.
 */
export const withinSlips = (a: string, b: string, most: number): boolean => {
  if (Math.abs(a.length - b.length) > most) return false
  let from = 0
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1
    endB -= 1
  }
  return slips(a.slice(from, endA), b.slice(from, endB), most)
}

const changedPlaces = (a: string, b: string): boolean =>
  a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]

/** Of what is left between the same beginning and the same end: few letters, or more slips than are asked for. */
const slips = (a: string, b: string, most: number): boolean => {
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length) <= most
  if (most === 0) return false
  if (most === 1) return (a.length === 1 && b.length === 1) || changedPlaces(a, b)
  if (Math.abs(a.length - b.length) > most) return false
  const [a1, b1] = [a.slice(1), b.slice(1)]
  if (a.charCodeAt(0) === b.charCodeAt(0)) return slips(a1, b1, most)
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0] && withinSlips(a.slice(2), b.slice(2), most - 1))
    return true
  return withinSlips(a1, b1, most - 1) || withinSlips(a1, b, most - 1) || withinSlips(a, b1, most - 1)
}

/** So many slips may a word of this length have. */
export const slipsOf = (length: number): number => (length < 4 ? 0 : length < 9 ? 1 : 2)

export const nearly = (a: string, b: string): boolean => withinSlips(a, b, slipsOf(Math.min(a.length, b.length)))

/** `vognm` for `vognmandsforretning`, `malerfirma` for `malerfirmaet`. */
export const shortened = (short: string, long: string): boolean =>
  short.length >= 4 && long.length > short.length && long.startsWith(short)

/** What may come next, by the grammar of JSON (RFC 8259). */
export type JsonExpect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end'

export type JsonLevel = {
  kind: '{' | '['
  /** the field we are in, for an object */
  field: string
  /** true for a list whose elements are documents */
  documents: boolean
}

export const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** Letters, digits, + - and point: what numbers and true, false, null are made of. */
export const isWord = (code: number): boolean => {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return letter || (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46
}

export const isHex = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70)

export const validWord = (word: string): boolean =>
  /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/.test(word)

/** True when a list that opens now is the `hits.hits` of a search answer that began at `depth`. */
export const isHitList = (levels: JsonLevel[], depth: number): boolean =>
  levels.length === depth + 2 && levels.slice(depth).every((level) => level.kind === '{' && level.field === 'hits')

/** Whether what is being read is `hits.total` of a search answer, or the `value` in it. */
export const isTotal = (levels: readonly JsonLevel[]): boolean => {
  if (levels.slice(1).some(({ documents }) => documents)) return false
  const path = levels.map(({ field }) => field).join('.')
  return /(?:^|\.)hits\.total(?:\.value)?$/.test(path)
}

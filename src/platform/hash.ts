/** Numbers for texts and for several numbers together: 32 bits, never zero, so that zero can say "nothing". */

/** Last step of MurmurHash3 (A. Appleby, public domain): every bit of the number moves every bit of the answer. */
const stirred = (hash: number): number => {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0 || 1
}

/** FNV-1a (Fowler, Noll, Vo), stirred. */
export const hashOf = (text: string): number => {
  let h = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  return stirred(h)
}

/** One number of up to four, in order. */
export const hashTogether = (kind: number, first: number, second = 0, third = 0): number => {
  let h = Math.imul(kind + 1, 0x9e3779b1)
  h = Math.imul(h ^ first, 0x85ebca6b)
  h = Math.imul((h >>> 15) ^ h ^ second, 0xc2b2ae35)
  h = Math.imul((h >>> 13) ^ h ^ third, 0x27d4eb2f)
  return stirred(h)
}

/** Text of one byte a letter, and not Windows-1252: from a Mac, or from DOS as old cash and accounting programs still write. */

import type { ChosenEncoding } from './by-hand.ts'
import type { FileProblem } from './file-problem.ts'

/** As programs name them where one saves a file. */
export const encodingNames: Record<ChosenEncoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  macintosh: 'MacRoman',
  ibm850: 'DOS (850/865)',
}

export type OldEncoding = 'windows-1252' | 'macintosh' | 'ibm850'

/** Where the six Danish letters stand: small ones, large ones. */
const letters: Record<OldEncoding, { small: readonly number[]; large: readonly number[] }> = {
  'windows-1252': { small: [0xe6, 0xf8, 0xe5], large: [0xc6, 0xd8, 0xc5] },
  macintosh: { small: [0xbe, 0xbf, 0x8c], large: [0xae, 0xaf, 0x81] },
  ibm850: { small: [0x91, 0x9b, 0x86], large: [0x92, 0x9d, 0x8f] },
}

const isSmall = (byte: number) => byte >= 97 && byte <= 122
const isLarge = (byte: number) => byte >= 65 && byte <= 90

/** Where DOS has a small letter Windows has an opening quote, which stands before a word. */
const openingQuote = 0x91

/** How many bytes would be Danish letters inside words: a small one never before a large, a large one never after a small. */
const scoreOf = (bytes: Buffer, encoding: OldEncoding): number => {
  const { small, large } = letters[encoding]
  let score = 0
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) continue
    const [before, after] = [bytes[at - 1] ?? 0, bytes[at + 1] ?? 0]
    const begins = !isSmall(before) && !isLarge(before) && isSmall(after) && byte !== openingQuote
    if (small.includes(byte) && (isSmall(before) || begins || (isLarge(before) && !isLarge(after)))) score += 1
    if (large.includes(byte) && !isSmall(before) && (isLarge(after) || isLarge(before) || isSmall(after))) score += 1
  }
  return score
}

/** Which of them these bytes are most likely in; Windows-1252 where nothing speaks for another. */
export const oldEncodingOf = (bytes: Buffer): OldEncoding => {
  const usual = scoreOf(bytes, 'windows-1252')
  let best: OldEncoding = 'windows-1252'
  let most = usual
  for (const other of ['macintosh', 'ibm850'] as const) {
    const score = scoreOf(bytes, other)
    if (score > most) [best, most] = [other, score]
  }
  return best
}

/** Upper half of code page 850; 865 has the same letters. */
const upper850 =
  '\u00C7\u00FC\u00E9\u00E2\u00E4\u00E0\u00E5\u00E7\u00EA\u00EB\u00E8\u00EF\u00EE\u00EC\u00C4\u00C5\u00C9\u00E6\u00C6\u00F4\u00F6\u00F2\u00FB\u00F9\u00FF\u00D6\u00DC\u00F8\u00A3\u00D8\u00D7\u0192' +
  '\u00E1\u00ED\u00F3\u00FA\u00F1\u00D1\u00AA\u00BA\u00BF\u00AE\u00AC\u00BD\u00BC\u00A1\u00AB\u00BB\u2591\u2592\u2593\u2502\u2524\u00C1\u00C2\u00C0\u00A9\u2563\u2551\u2557\u255D\u00A2\u00A5\u2510' +
  '\u2514\u2534\u252C\u251C\u2500\u253C\u00E3\u00C3\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u00A4\u00F0\u00D0\u00CA\u00CB\u00C8\u0131\u00CD\u00CE\u00CF\u2518\u250C\u2588\u2584\u00A6\u00CC\u2580' +
  '\u00D3\u00DF\u00D4\u00D2\u00F5\u00D5\u00B5\u00FE\u00DE\u00DA\u00DB\u00D9\u00FD\u00DD\u00AF\u00B4\u00AD\u00B1\u2017\u00BE\u00B6\u00A7\u00F7\u00B8\u00B0\u00A8\u00B7\u00B9\u00B3\u00B2\u25A0\u00A0'

const decode850 = (bytes: Buffer) =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (upper850[byte - 0x80] ?? ''))).join('')

export const oldDecoder = (encoding: OldEncoding): ((bytes: Buffer) => string) => {
  if (encoding === 'ibm850') return decode850
  const decoder = new TextDecoder(encoding)
  return (bytes) => decoder.decode(bytes)
}

/** Three words with letters beyond a-z: whoever looks sees at once whether they are right. */
const examplesIn = (text: string): string[] => [...new Set(text.match(/\p{L}*[\u0080-\u024F]\p{L}*/gu))].slice(0, 3)

export type OldDecoding = { encoding: OldEncoding; text: (part: Buffer) => string }

/** What is told by its letters alone is said, with words to see whether it is right. Lines in UTF-8 beside speak for Windows-1252. */
export const oldDecoding = (block: Buffer, problems: FileProblem[]): OldDecoding => {
  const encoding = oldEncodingOf(block)
  const text = oldDecoder(encoding)
  if (encoding !== 'windows-1252') {
    problems.push({
      code: 'encoding-guessed',
      detail: { encoding: encodingNames[encoding], examples: examplesIn(text(block)).join(', ') },
    })
  }
  return { encoding, text }
}

/** One spelling of letters for all: the same word in capitals, with a Danish letter as one or as two, or read in a wrong encoding, is the same. */

/** UTF-8 that somebody read as Latin 1 or Windows 1252, in lower case. */
const misread: readonly [RegExp, string][] = [
  [/ã[¦\u0086†]/g, 'ae'],
  [/ã[¸\u0098˜]/g, 'oe'],
  [/ã[¥\u0085…]/g, 'aa'],
  [/ã[©\u0089‰]/g, 'e'],
]

const twoLetters: Readonly<Record<string, string>> = {
  '\u00E6': 'ae',
  '\u00E4': 'ae',
  '\u00F8': 'oe',
  '\u00F6': 'oe',
  '\u00E5': 'aa',
  '\u00FC': 'y',
  '\u00DF': 'ss',
}
const beyondAscii = /[^\0-\u007F]/

/** Lower case without accents; the Danish letters as two each, as in addresses of mail and old files. */
export const fold = (text: string): string => {
  const lower = text.toLowerCase()
  if (!beyondAscii.test(lower)) return lower
  const whole = lower.includes('ã') ? misread.reduce((one, [from, to]) => one.replaceAll(from, to), lower) : lower
  return whole
    .normalize('NFC')
    .replaceAll(/[\u00E6\u00E4\u00F8\u00F6\u00E5\u00FC\u00DF]/g, (letter) => twoLetters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
}

/** Folded, only letters and digits. */
export const compact = (folded: string): string => folded.replaceAll(/[^a-z0-9]+/g, '')

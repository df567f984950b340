/** Text in the encoding that somebody chose: whatever cannot be in it is a problem, and never guessed at. */
import { isUtf8 } from 'node:buffer'
import type { ChosenEncoding } from './by-hand.ts'
import { type FileProblem, FileStopped } from './file-problem.ts'
import { lineBreaks, lineCounter } from './line-counter.ts'
import { encodingNames, oldDecoder } from './old-encodings.ts'

/** Windows-1252 has no letter there. */
const unused1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

const fitsIn = (encoding: ChosenEncoding, bytes: Buffer): boolean => {
  if (encoding === 'utf-8') return isUtf8(bytes)
  return encoding !== 'windows-1252' || !unused1252.some((byte) => bytes.includes(byte))
}

export const notIn = (encoding: ChosenEncoding, line: number) =>
  new FileStopped({ code: 'file-not-in-encoding', line, detail: { encoding: encodingNames[encoding] } })

/** Makes text of whole lines; told when the file began with the mark of UTF-8. */
export type LineJudge = { text: (block: Buffer) => string; markSeen: () => void }

/** Throws FileStopped at the first line that is not in this encoding. */
export const asTold = (encoding: ChosenEncoding, problems: FileProblem[]): LineJudge => {
  const place = lineCounter(problems)
  const lineOf = (block: Buffer, at: number) =>
    place.line() + lineBreaks(block.subarray(0, at).toString('latin1'), false)
  return {
    markSeen: () => {
      if (encoding !== 'utf-8') throw notIn(encoding, 1)
    },
    text: (block) => {
      if (!fitsIn(encoding, block)) throw notIn(encoding, lineOf(block, firstUnfit(encoding, block)))
      const text = encoding === 'utf-8' ? block.toString('utf8') : oldDecoder(encoding)(block)
      place.pass(text)
      return text
    },
  }
}

const LF = 10

/** Where the first line begins that does not fit. */
const firstUnfit = (encoding: ChosenEncoding, block: Buffer): number => {
  for (let from = 0; from < block.length; ) {
    const next = block.indexOf(LF, from) + 1 || block.length
    if (!fitsIn(encoding, block.subarray(from, next))) return from
    from = next
  }
  return 0
}

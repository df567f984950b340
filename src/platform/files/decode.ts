import { isAscii, isUtf8 } from 'node:buffer'
import type { ChosenEncoding } from './by-hand.ts'
import { asTold, type LineJudge, notIn } from './decode-as-told.ts'
import type { FileProblem } from './file-problem.ts'
import { lineCounter } from './line-counter.ts'
import { type OldDecoding, oldDecoding, type OldEncoding } from './old-encodings.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | OldEncoding

type Decoding = {
  /** Known for sure when the text has been read to the end: a file may be plain ASCII until its last line. */
  encoding: Encoding
  /** Grows while the text is read; at most `problemsKept` lines are named. */
  problems: FileProblem[]
}

export type DecodedText = Decoding & { text: AsyncIterable<string> }

const problemsKept = 100
/** A line longer than this is decoded in pieces, so that a file without line breaks is not held in memory. */
const longestLine = 1024 * 1024
const LF = 10
const CR = 13

/**
 * Decodes a stream of bytes to text, without the byte order mark. UTF-8 and UTF-16 by mark, UTF-16 also by its NULs;
 * all else line by line: a line that is not UTF-8 is Windows-1252, or what its letters say. So a UTF-8 file into which somebody pasted
 * Windows-1252 keeps every line readable, and the odd lines are named as `mixed-encoding`.
 * @param head the first bytes of `bytes` (some thousand are plenty)
 * @param chosen by somebody: nothing is guessed. Throws FileStopped, here or as the text is read, where the bytes are not in it
 */
export const decode = (bytes: AsyncIterable<Buffer>, head: Buffer, chosen?: ChosenEncoding): DecodedText => {
  const sniffed = sniff(head)
  if (chosen && sniffed !== 'utf-8') throw notIn(chosen, 1)
  const decoding: Decoding = { encoding: chosen ?? sniffed, problems: [] }
  if (chosen) return Object.assign(decoding, { text: utf8Lines(bytes, asTold(chosen, decoding.problems)) })
  const text = sniffed === 'utf-8' ? utf8Lines(bytes, lineJudge(decoding)) : utf16(bytes, decoding)
  return Object.assign(decoding, { text })
}

const sniff = (head: Buffer): Encoding => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(head.length, 4096) >> 1
  let evenNul = 0
  let oddNul = 0
  for (let at = 0; at < pairs; at += 1) {
    if (head[2 * at] === 0) evenNul += 1
    if (head[2 * at + 1] === 0) oddNul += 1
  }
  // Western text in UTF-16 has a NUL in nearly every pair, and always on the same side.
  if (oddNul > pairs * 0.4 && evenNul <= pairs * 0.05) return 'utf-16le'
  if (evenNul > pairs * 0.4 && oddNul <= pairs * 0.05) return 'utf-16be'
  return 'utf-8'
}

async function* utf16(bytes: AsyncIterable<Buffer>, decoding: Decoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(decoding.encoding)
  const place = lineCounter(decoding.problems)
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true })
    place.pass(text)
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  place.pass(rest)
  if (rest !== '') yield rest
}

/** Cuts the stream at line ends, so that each line can be judged by itself. */
async function* utf8Lines(bytes: AsyncIterable<Buffer>, judge: LineJudge): AsyncGenerator<string> {
  let kept: Buffer[] = []
  let keptLength = 0
  let first = true
  const take = (block: Buffer): string => {
    const marked = first && block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf
    if (marked) judge.markSeen()
    first = false
    return judge.text(marked ? block.subarray(3) : block)
  }
  for await (const chunk of bytes) {
    const end = lastLineEnd(chunk)
    if (end === 0 && keptLength + chunk.length < longestLine) {
      kept.push(chunk)
      keptLength += chunk.length
      continue
    }
    const whole = Buffer.concat([...kept, chunk])
    const cut = end === 0 ? characterEnd(whole) : keptLength + end
    yield take(whole.subarray(0, cut))
    // copied, or the small rest would keep the whole block in memory
    kept = cut < whole.length ? [Buffer.from(whole.subarray(cut))] : []
    keptLength = whole.length - cut
  }
  if (keptLength > 0) yield take(Buffer.concat(kept))
}

/** Index just past the last line end. A CR in the last place may be half of CRLF and waits. */
const lastLineEnd = (block: Buffer): number => {
  const lf = block.lastIndexOf(LF)
  const cr = block.length < 2 ? -1 : block.lastIndexOf(CR, -2)
  return Math.max(lf, cr) + 1
}

/** Index that does not cut a UTF-8 character in two. */
const characterEnd = (block: Buffer): number => {
  let at = block.length
  while (at > block.length - 4 && at > 0) {
    at -= 1
    const byte = block[at] ?? 0
    if (byte < 0x80) return block.length
    if (byte >= 0xc0) return at
  }
  return block.length
}

/** The lines of a block that are not UTF-8. */
const oddLines = (block: Buffer): Buffer => {
  const odd: Buffer[] = []
  for (let from = 0; from < block.length; ) {
    const to = lineEnd(block, from)
    const part = block.subarray(from, to)
    if (!isUtf8(part)) odd.push(part)
    from = to
  }
  return Buffer.concat(odd)
}

const lineJudge = (decoding: Decoding): LineJudge => {
  let old: OldDecoding | undefined
  const place = lineCounter(decoding.problems)
  let utf8Seen = false
  let oddCount = 0
  const name = (at: number) => {
    oddCount += 1
    if (utf8Seen && oddCount <= problemsKept) decoding.problems.push({ code: 'mixed-encoding', line: at })
    else if (!utf8Seen && waiting.length < problemsKept) waiting.push(at)
  }
  // Lines that are not UTF-8 are only odd once a line shows that the file is meant to be UTF-8.
  let waiting: number[] = []
  const see = (): void => {
    utf8Seen = true
    decoding.encoding = 'utf-8'
    for (const at of waiting) decoding.problems.push({ code: 'mixed-encoding', line: at })
    waiting = []
  }
  const odd = (part: Buffer, at: number): string => {
    name(at)
    if (!utf8Seen && old) decoding.encoding = old.encoding
    return old?.text(part) ?? ''
  }
  const byLine = (block: Buffer): string => {
    let text = ''
    for (let from = 0, at = place.line(); from < block.length; at += 1) {
      const to = lineEnd(block, from)
      const part = block.subarray(from, to)
      if (isUtf8(part)) {
        if (!utf8Seen && !isAscii(part)) see()
        text += part.toString('utf8')
      } else text += odd(part, at)
      from = to
    }
    return text
  }
  const judge = (block: Buffer): string => {
    if (isAscii(block)) return block.toString('latin1')
    if (!isUtf8(block)) {
      old ??= oldDecoding(utf8Seen ? Buffer.alloc(0) : oddLines(block), decoding.problems)
      return byLine(block)
    }
    if (!utf8Seen) see()
    return block.toString('utf8')
  }
  const text = (block: Buffer): string => {
    const judged = judge(block)
    place.pass(judged)
    return judged
  }
  return { text, markSeen: see }
}

/** Index just past the line that starts at `from`: LF, CR or CRLF. */
const lineEnd = (block: Buffer, from: number): number => {
  for (let at = from; at < block.length; at += 1) {
    if (block[at] === LF) return at + 1
    if (block[at] === CR) return block[at + 1] === LF ? at + 2 : at + 1
  }
  return block.length
}

/** One physical line as an editor shows it. `end` is the line break that closes it, '' for the last line of the file. */
export type TextLine = { line: number; text: string; end: string }

/**
 * Cuts decoded text into physical lines (LF, CRLF or CR, also mixed), a batch for each piece of text.
 * Of a line longer than `longest` only its first `longest` + 1 characters come out: enough to see that it is too long.
 */
export async function* linesOf(text: AsyncIterable<string>, longest: number): AsyncGenerator<TextLine[]> {
  let rest = ''
  let line = 1
  const cut = (piece: string, last: boolean): TextLine[] => {
    const lines: TextLine[] = []
    let from = 0
    for (let end = breakFrom(piece, 0, last); end !== undefined; end = breakFrom(piece, from, last)) {
      lines.push({ line, text: piece.slice(from, Math.min(end.at, from + longest + 1)), end: end.text })
      from = end.at + end.text.length
      line += 1
    }
    rest = piece.slice(from)
    return lines
  }
  for await (const piece of text) {
    const lines = cut(rest + piece, false)
    // a CR in the last place may be half of CRLF and stays
    if (rest.length > longest + 1) rest = rest.slice(0, longest + 1) + (rest.endsWith('\r') ? '\r' : '')
    if (lines.length > 0) yield lines
  }
  const lines = cut(rest, true)
  if (rest !== '') lines.push({ line, text: rest.slice(0, longest + 1), end: '' })
  if (lines.length > 0) yield lines
}

type Break = { at: number; text: string }

const breakFrom = (piece: string, from: number, last: boolean): Break | undefined => {
  const lf = piece.indexOf('\n', from)
  // only the stretch before the LF is searched, so that a file without CR costs nothing extra
  const cr = piece.slice(from, lf < 0 ? piece.length : lf).indexOf('\r')
  if (cr < 0) return lf < 0 ? undefined : { at: lf, text: '\n' }
  const at = from + cr
  if (at === piece.length - 1 && !last) return undefined
  return { at, text: at + 1 === lf ? '\r\n' : '\r' }
}

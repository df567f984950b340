/** Rows end before this. COPY writes every backslash of a value twice, so that it cannot stand in one. */
const end = Buffer.from('\n\\.\n')
/** A line between tables is as long as the house has tables and migrations, never this long. */
const longestLine = 16 * 1024 * 1024

/** Reads lines and rows in turn from what is unpacked, and holds no more of it than it must. RangeError: it ends too early, or not where it should. */
export const textReader = (chunks: AsyncIterable<Buffer>) => {
  const incoming = chunks[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await incoming.next()
    if (next.done) throw new RangeError('it is cut short')
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
  }
  const line = async (): Promise<string> => {
    for (;;) {
      const at = held.indexOf('\n')
      if (at !== -1) {
        const text = held.toString('utf8', 0, at)
        held = held.subarray(at + 1)
        return text
      }
      if (held.length > longestLine) throw new RangeError('a line does not end')
      await more()
    }
  }
  async function* rows(): AsyncGenerator<Buffer> {
    while (held.length < end.length - 1) await more()
    if (held.subarray(0, end.length - 1).equals(end.subarray(1))) {
      held = held.subarray(end.length - 1)
      return
    }
    for (;;) {
      const at = held.indexOf(end)
      if (at !== -1) {
        const last = held.subarray(0, at + 1)
        held = held.subarray(at + end.length)
        yield last
        return
      }
      const sure = held.length - (end.length - 1)
      if (sure > 0) {
        const chunk = held.subarray(0, sure)
        held = held.subarray(sure)
        yield chunk
      }
      await more()
    }
  }
  /** To the end of the packed file, whose own checksum is read last; nothing else may come. */
  const toEnd = async () => {
    if (held.length > 0 || !(await incoming.next()).done) throw new RangeError('something follows its last line')
  }
  return { line, rows, end: toEnd }
}

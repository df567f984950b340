import { createHash } from 'node:crypto'
import type { TableSum } from './backup-file.ts'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const newline = 0x0a
/** COPY writes a row a line, and every other line end as `\n`. */
const rowsIn = (chunk: Buffer) => {
  let rows = 0
  for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) rows++
  return rows
}

/** Lets a table's rows through, counted; what they came to is told after the last. */
export async function* summed(
  table: string,
  chunks: AsyncIterable<Buffer>,
  told: (sum: TableSum) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    rows += rowsIn(chunk)
    bytes += chunk.length
    yield chunk
  }
  told({ table, rows, bytes, sha256: hash.digest('hex') })
}

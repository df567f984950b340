import { type FileProblem, type FileSource, FileStopped } from './file-problem.ts'

export type OpenedBytes = {
  /** the first bytes, at least `headBytes` of them unless the file is shorter */
  head: Buffer
  /** the whole file, head included; to be read once */
  all: AsyncGenerator<Buffer>
}

const headBytes = 64 * 1024

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

export function tooLarge(limit: number): FileProblem {
  return { code: 'file-too-large', detail: { limitMb: Math.max(1, Math.floor(limit / 1024 / 1024)) } }
}

/**
 * Reads far enough ahead to see what kind of file it is. The declared size is only a first answer: the bytes are counted,
 * and passing `limit` throws FileStopped from `all`.
 */
export async function openBytes(source: FileSource, limit: number): Promise<OpenedBytes> {
  if (source.size > limit) throw new FileStopped(tooLarge(limit))
  const iterator = source.bytes[Symbol.asyncIterator]()
  const ahead: Buffer[] = []
  let length = 0
  while (length < headBytes) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
    const next = await iterator.next()
    if (next.done) break
    ahead.push(asBuffer(next.value))
    length += next.value.byteLength
  }
  async function* all(): AsyncGenerator<Buffer> {
    try {
      let seen = length
      if (seen > limit) throw new FileStopped(tooLarge(limit))
      for (const chunk of ahead.splice(0)) yield chunk
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        seen += next.value.byteLength
        if (seen > limit) throw new FileStopped(tooLarge(limit))
        yield asBuffer(next.value)
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(ahead).subarray(0, headBytes), all: all() }
}

export async function allBytes(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

import { type FileProblem, type FileSource, FileStopped } from './file-problem.ts'
import { keptOpen } from './read-ahead.ts'

export type OpenedBytes = {
  /** the first bytes, at least `headBytes` of them unless the file is shorter */
  head: Buffer
  /** the whole file, head included; to be read once */
  all: AsyncGenerator<Buffer>
}

const headBytes = 64 * 1024

const asBuffer = (chunk: Uint8Array): Buffer => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)

export const tooLarge = (limit: number): FileProblem => ({
  code: 'file-too-large',
  detail: { limitMb: Math.max(1, Math.floor(limit / 1024 / 1024)) },
})

/**
 * Reads far enough ahead to see what kind of file it is. The declared size is only a first answer: the bytes are counted,
 * and passing `limit` throws FileStopped from `all`.
 */
export const openBytes = async (source: FileSource, limit: number): Promise<OpenedBytes> => {
  if (source.size > limit) throw new FileStopped(tooLarge(limit))
  const iterator = source.bytes[Symbol.asyncIterator]()
  const ahead: Buffer[] = []
  let length = 0
  for await (const chunk of keptOpen(iterator)) {
    ahead.push(asBuffer(chunk))
    length += chunk.byteLength
    if (length >= headBytes) break
  }
  async function* all(): AsyncGenerator<Buffer> {
    try {
      let seen = length
      if (seen > limit) throw new FileStopped(tooLarge(limit))
      for (const chunk of ahead.splice(0)) yield chunk
      for await (const chunk of keptOpen(iterator)) {
        seen += chunk.byteLength
        if (seen > limit) throw new FileStopped(tooLarge(limit))
        yield asBuffer(chunk)
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(ahead).subarray(0, headBytes), all: all() }
}

export const allBytes = async (bytes: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

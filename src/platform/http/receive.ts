/** What a request carries is read before anyone takes a connection to the database: who sends slowly, or falls silent, holds up nobody. */
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problem } from '../errors.ts'

/** A sender may be silent so long, milliseconds. */
const silence = 8_000

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`

/** Rejects when a sender is silent for too long. */
const soon = async <T>(piece: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(problem('too-slow')), silence)
  try {
    return await Promise.race([piece, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** The pieces of a body as they come. Throws too-large, too-slow, and what the socket throws when the sender has gone. */
export async function* piecesOf(request: Request, most: number): AsyncGenerator<Uint8Array> {
  const told = Number(request.headers.get('content-length') ?? 0)
  if (told > most) throw problem('too-large', { most: megabytes(most) })
  const body: ReadableStream<Uint8Array> | null = request.body
  const reader = body?.getReader()
  if (!reader) return
  let size = 0
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
      const { done, value } = await soon(reader.read())
      if (done) return
      size += value.byteLength
      if (size > most) throw problem('too-large', { most: megabytes(most) })
      yield value
    }
  } finally {
    // Whatever is still on its way is not waited for.
    void reader.cancel().catch(() => {})
  }
}

/**
 * The file of an upload: its bytes can be read once, its hash says what they were; `close` when it is done with. `stillThere` throws
 * sender-gone when nobody waits for the answer any more: then nothing is to be kept.
 */
export type Received = {
  bytes: AsyncIterable<Uint8Array>
  size: number
  sha256: string
  stillThere: () => void
  close: () => Promise<void>
}

export const nothingReceived: Received = {
  bytes: (async function* () {})(),
  size: 0,
  sha256: '',
  stillThere: () => {},
  close: () => Promise.resolve(),
}

/** A file without a name: whatever happens to the process, nothing of it stays on the disk. */
const unnamedFile = async (): Promise<FileHandle> => {
  const path = join(tmpdir(), `tovholder-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

/** So little at once that a piece of nothing but line breaks is read in a moment. */
const pieceRead = 16 * 1024

async function* readBack(file: FileHandle, stillThere: () => void): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = file.createReadStream({
    start: 0,
    autoClose: false,
    highWaterMark: pieceRead,
  })
  for await (const piece of stream) {
    stillThere()
    yield piece
  }
}

/** Takes the whole file in. Throws what `piecesOf` throws; then nothing is left of it. */
export const receiveFile = async (request: Request, most: number): Promise<Received> => {
  const file = await unnamedFile()
  const close = () => file.close().catch(() => {})
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of piecesOf(request, most)) {
      hash.update(piece)
      size += piece.byteLength
      await file.write(piece)
    }
    const stillThere = () => {
      if (request.signal.aborted) throw problem('sender-gone')
    }
    return { bytes: readBack(file, stillThere), size, sha256: hash.digest('hex'), stillThere, close }
  } catch (error) {
    await close()
    throw error
  }
}

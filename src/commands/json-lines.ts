import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { messageOf } from '#platform/failure'

/** A file that cannot be read further, in a sentence. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}
export type JsonLine = { line: number; value: Record<string, unknown> } | { line: number; broken: string }

const longestLine = 1024 * 1024
const gzip = Buffer.from([0x1f, 0x8b])

const openText = async (path: string): Promise<AsyncIterable<Buffer>> => {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Unreadable(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read: ${error.message}`,
    )
  })
  if (!found.isFile()) throw new Unreadable(`${path} is not a file.`)
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0).finally(() => file.close())
  const bytes = createReadStream(path)
  if (!buffer.equals(gzip)) return bytes
  const text = createGunzip()
  bytes.on('error', (error) => text.destroy(error)).pipe(text)
  return text
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readLine = (text: string, line: number): JsonLine | undefined => {
  if (text.trim() === '') return undefined
  if (text.length > longestLine) return { line, broken: 'is longer than 1 MB' }
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? { line, value } : { line, broken: 'is no object' }
  } catch {
    return { line, broken: 'is not JSON' }
  }
}

/** Objects line by line, also in gzip, never all at once in memory. A line that is broken comes out as such; an empty one not at all. */
export const readJsonLines = async function* (path: string): AsyncGenerator<JsonLine[]> {
  const decoder = new StringDecoder('utf8')
  let [rest, line] = ['', 0]
  const linesOf = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      line += 1
      return readLine(text, line) ?? []
    })
  try {
    for await (const chunk of await openText(path)) {
      const texts = (rest + decoder.write(chunk)).split('\n')
      rest = texts.pop() ?? ''
      // What has no end is told by its length, not kept.
      if (rest.length > 2 * longestLine) rest = rest.slice(0, longestLine + 1)
      yield linesOf(texts)
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`The file ${path} breaks off after line ${line}: ${messageOf(error)}.`)
  }
  yield linesOf([rest + decoder.end()])
}

import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { messageOf } from '#platform/failure'
import { Unreadable } from './json-lines.ts'

const largest = 64 * 1024 * 1024
const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b

const bytesOf = async (path: string) => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Unreadable(`There is no file ${path}.`)
    throw new Unreadable(
      error.code === 'EISDIR' ? `${path} is not a file.` : `The file ${path} cannot be read: ${error.message}`,
    )
  })
  if (!isGzip(bytes)) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: largest })
  } catch (error) {
    throw new Unreadable(`The file ${path} cannot be unpacked, it is broken or larger than 64 MB: ${messageOf(error)}.`)
  }
}

/** One JSON value of a file, also in gzip. */
export const readJsonFile = async (path: string): Promise<unknown> => {
  const text = (await bytesOf(path)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unreadable(`The file ${path} is not JSON: ${messageOf(error)}.`)
  }
}

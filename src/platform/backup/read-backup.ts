import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import { createGunzip } from 'node:zlib'
import * as z from 'zod/mini'
import { StartRefused } from '../config.ts'
import { codeOf, messageOf } from '../failure.ts'
import {
  Claim,
  format,
  fullName,
  Header,
  Manifest,
  product,
  TableLine,
  type TableName,
  type TableSum,
} from './backup-file.ts'
import { sha256, summed } from './sums.ts'
import { textReader } from './text-reader.ts'

/** The file is not what was written: nothing of it is believed. */
const damaged = (path: string, why: string) =>
  new StartRefused(`${path} is damaged (${why}). Nothing was restored: use another backup.`)

const parsed = <Shape extends z.ZodMiniType>(shape: Shape, text: string, path: string): z.infer<Shape> => {
  try {
    return z.parse(shape, JSON.parse(text))
  } catch {
    throw damaged(path, 'a line between its tables cannot be read')
  }
}

/** Tells a stranger's file and a newer version's apart from a damaged one. */
const headerOf = (text: string, path: string, known: readonly string[]): Header => {
  let claim: z.infer<typeof Claim>
  try {
    claim = z.parse(Claim, JSON.parse(text))
  } catch {
    throw new StartRefused(`${path} is not a backup of Tovholder, or its beginning is damaged.`)
  }
  if (claim.product !== product)
    throw new StartRefused(`${path} is not a backup of Tovholder, but of ${claim.product}.`)
  const newer = new StartRefused(
    `${path} was made by another, newer Tovholder (version ${claim.version}). Restore it with that one.`,
  )
  if (claim.format > format) throw newer
  const header = parsed(Header, text, path)
  if (header.migrations.some((name, at) => name !== known[at])) throw newer
  return header
}

const packed = new Set(['Z_DATA_ERROR', 'Z_BUF_ERROR', 'ERR_STREAM_PREMATURE_CLOSE'])
const opened = async (path: string) => {
  const found = await stat(path).catch((error: unknown) => {
    throw new StartRefused(
      codeOf(error) === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${messageOf(error)}`,
    )
  })
  if (!found.isFile()) throw new StartRefused(`${path} is not a file.`)
  return createReadStream(path)
}

export type Taker = {
  header: (header: Header) => Promise<void>
  /** Takes a table's rows, to the last. */
  rows: (table: TableName, rows: AsyncIterable<Buffer>) => Promise<void>
}
export type Read = { header: Header; manifest: Manifest }

const readText = async (
  path: string,
  known: readonly string[],
  chunks: AsyncIterable<Buffer>,
  take: Taker,
): Promise<Read> => {
  const text = textReader(chunks)
  const first = await text.line()
  const header = headerOf(first, path, known)
  await take.header(header)
  const sums: TableSum[] = []
  for (const table of header.tables) {
    const { table: name } = parsed(TableLine, await text.line(), path)
    if (name !== fullName(table)) throw damaged(path, `${fullName(table)} is missing`)
    await take.rows(
      table,
      summed(name, text.rows(), (sum) => sums.push(sum)),
    )
  }
  const manifest = parsed(Manifest, await text.line(), path)
  const wrong = sums.find((sum, at) => !isDeepStrictEqual(sum, manifest.tables[at]))
  if (wrong) throw damaged(path, `${wrong.table} is not as it was written`)
  if (manifest.tables.length !== sums.length || manifest.sha256 !== sha256(`${first}\n`))
    throw damaged(path, 'its first line is not as it was written')
  await text.end()
  return { header, manifest }
}

/** Reads a backup to its end. Refused: what is damaged, cut short, another product's, or of migrations that are not `known` here. */
export const readBackup = async (path: string, known: readonly string[], take: Taker): Promise<Read> => {
  const file = await opened(path)
  const unpacked = file.pipe(createGunzip())
  file.on('error', (error) => unpacked.destroy(error))
  try {
    return await readText(path, known, unpacked, take)
  } catch (error) {
    if (error instanceof RangeError) throw damaged(path, error.message)
    if (!packed.has(codeOf(error) ?? '')) throw error
    if (messageOf(error) === 'incorrect header check')
      throw new StartRefused(`${path} is not a backup of Tovholder, or its beginning is damaged.`)
    throw damaged(path, codeOf(error) === 'Z_BUF_ERROR' ? 'it is cut short' : 'it cannot be unpacked')
  } finally {
    file.destroy()
    unpacked.destroy()
  }
}

const drain: Taker = {
  header: () => Promise.resolve(),
  rows: (_, rows) => pipeline(rows, new Writable({ write: (_chunk, _encoding, done) => done() })),
}
/** Reads all of it and keeps nothing: whether it could be restored. */
export const checkBackup = (path: string, known: readonly string[]): Promise<Read> => readBackup(path, known, drain)

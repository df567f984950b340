import { createWriteStream, readFileSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import * as z from 'zod/mini'
import { StartRefused } from '../config.ts'
import { codeOf, messageOf } from '../failure.ts'
import {
  Claim,
  format,
  fullName,
  type Header,
  type Manifest,
  product,
  type TableSum,
  type Told,
  toldOf,
} from './backup-file.ts'
import { sha256, summed } from './sums.ts'
import { columnsOf, identifierOf, listCounted, listMigrations, listTables, plainly } from './tables.sql.ts'

const versionOfThis = () =>
  z.parse(
    z.pick(Claim, { version: true }),
    JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')),
  ).version

const headerOf = async (client: pg.Client, madeAt: string): Promise<Header> => {
  const migrations = await listMigrations(client)
  if (migrations.length === 0) throw new StartRefused('There is nothing to back up: the database holds no Tovholder.')
  const { rows } = await client.query<{ server: string }>(`select current_setting('server_version') as server`)
  return {
    product,
    format,
    version: versionOfThis(),
    madeAt,
    server: rows[0]?.server ?? '',
    migrations,
    tables: await listTables(client),
  }
}

const line = (value: object) => Buffer.from(`${JSON.stringify(value)}\n`)

/** The whole text; each table is copied as the database sends it, so that memory stays flat. */
async function* textOf(client: pg.Client, header: Header, sums: TableSum[]): AsyncGenerator<Buffer> {
  const first = line(header)
  yield first
  for (const table of header.tables) {
    yield line({ table: fullName(table) })
    const rows = client.query(copyTo(`copy (select ${columnsOf(table)} from ${identifierOf(table)}) to stdout`))
    yield* summed(fullName(table), rows, (sum) => sums.push(sum))
    yield Buffer.from('\\.\n')
  }
  const manifest: Manifest = { tables: sums, counted: await listCounted(client), sha256: sha256(first.toString()) }
  yield line(manifest)
}

const refused = (error: unknown, path: string): unknown => {
  const code = codeOf(error)
  if (code === 'EEXIST')
    return new StartRefused(
      `${path}.part is there already: another backup is being written, or one was interrupted. If none is, remove it.`,
    )
  if (code === 'ENOSPC') return new StartRefused(`The backup cannot be written: the disk of ${path} is full.`)
  if (['ENOENT', 'EACCES', 'EROFS', 'ENOTDIR'].includes(code ?? ''))
    return new StartRefused(`The backup cannot be written: ${messageOf(error)}`)
  return error
}

/** What stands on the disk before it has its name: a power cut leaves a whole backup, or none. */
const settle = async (part: string, path: string) => {
  await rename(part, path)
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}

const writeText = async (client: pg.Client, path: string, header: Header): Promise<TableSum[]> => {
  const part = `${path}.part`
  const sums: TableSum[] = []
  // For its owner alone: it holds all that every school keeps to itself, and the hashes of passwords.
  const out = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
  try {
    await pipeline(Readable.from(textOf(client, header, sums)), createGzip({ level: 4 }), out)
    await settle(part, path)
    return sums
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') await rm(part, { force: true })
    throw refused(error, path)
  }
}

/** Writes all that the database holds at one moment to a new file, while others go on writing in the database. */
export const writeBackup = async (
  ownerUrl: string,
  path: string,
  madeAt: string,
): Promise<Told & { bytes: number }> => {
  if (await stat(path).catch(() => undefined))
    throw new StartRefused(`${path} is there already. A backup does not write over another: choose a new name.`)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tovholder backup' })
  // A lost connection also says so in the query that waits for it.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`${plainly}; set row_security = off`)
    // One snapshot: what is committed later is not seen, not even in the last table.
    await client.query('begin isolation level repeatable read read only')
    const header = await headerOf(client, madeAt)
    const sums = await writeText(client, path, header)
    return { ...toldOf(header, sums), bytes: (await stat(path)).size }
  } finally {
    await client.end()
  }
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { StartRefused } from '../config.ts'
import { knownMigrations, migrateInside } from '../db/migrate.ts'
import { type Header, type TableName, type Told, toldOf } from './backup-file.ts'
import { checkBackup, readBackup } from './read-backup.ts'
import * as store from './restoring.sql.ts'
import { columnsOf, identifierOf, listMigrations, plainly, queueSchema } from './tables.sql.ts'

type Restored = Told & { migrated: number }
type How = {
  /** Whatever the database holds is given up for what the file holds. */
  replace: boolean
  /** Only says whether it could be done. */
  dryRun: boolean
  /** Makes the queue's own tables, where they are missing. */
  installQueue: () => Promise<void>
}

const refuseUnfit = async (client: pg.Client, known: readonly string[], { replace }: How) => {
  const others = await store.countOthers(client)
  if (others > 0)
    throw new StartRefused(
      `The database is in use: ${others} other ${others === 1 ? 'connection' : 'connections'} of Tovholder. Stop every server and command on it first.`,
    )
  const migrations = await listMigrations(client)
  if (migrations.length === 0 && (await store.holdsTables(client)))
    throw new StartRefused('The database holds tables that are not of Tovholder. Restore into a database of its own.')
  const foreign = migrations.find((name) => !known.includes(name))
  const filled = migrations.length > 0 && (foreign !== undefined || (await store.holdsPeople(client)))
  if (filled && !replace)
    throw new StartRefused(
      'The database is not empty. Restore into an empty one (TOVHOLDER_DATA=./another, or another DATABASE_URL), or say --replace to give up what it holds.',
    )
}

const copyIn = async (client: pg.Client, table: TableName, rows: AsyncIterable<Buffer>) => {
  if (table.schema !== queueSchema) {
    await pipeline(
      Readable.from(rows, { objectMode: false }),
      client.query(copyFrom(`copy ${identifierOf(table)} (${columnsOf(table)}) from stdin`)),
    )
    return
  }
  // The queue's own version may be another: what both know goes over, as text.
  await store.makeIncoming(client, table)
  await pipeline(Readable.from(rows, { objectMode: false }), client.query(copyFrom('copy incoming from stdin')))
  await store.takeOverIncoming(client, table)
}

/** Makes the tables as they were when the backup was made; its rows then come into those, past triggers and references. */
const makeEmpty = async (client: pg.Client, { migrations, tables }: Header) => {
  await store.dropAll(client)
  await migrateInside(client, migrations.at(-1))
  const references = await store.liftReferences(client)
  await store.setTriggers(client, 'disable')
  await store.emptyTables(client, tables)
  return references
}

/** All of it in one transaction: whoever is killed half-way leaves the database as it was. */
const restoreInside = async (client: pg.Client, path: string, known: readonly string[]): Promise<Restored> => {
  let references: readonly store.Reference[] = []
  const { header, manifest } = await readBackup(path, known, {
    header: async (told) => {
      references = await makeEmpty(client, told)
    },
    rows: (table, rows) => copyIn(client, table, rows),
  })
  await store.countOn(client, manifest.counted)
  await store.setTriggers(client, 'enable')
  await store.putReferencesBack(client, references)
  const migrated = await migrateInside(client)
  return { ...toldOf(header, manifest.tables), migrated }
}

/**
 * Puts a backup in the place of an empty database, as its owner, and carries it over to today's tables. Refused: a file that is damaged,
 * cut short or of a newer version, and a database that is in use or not empty.
 */
export const restoreBackup = async (ownerUrl: string, path: string, how: How): Promise<Restored> => {
  const known = await knownMigrations()
  const { header, manifest } = await checkBackup(path, known)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tovholder restore' })
  // A lost connection also says so in the query that waits for it.
  client.on('error', () => {})
  await client.connect()
  try {
    await refuseUnfit(client, known, how)
    if (how.dryRun) return { ...toldOf(header, manifest.tables), migrated: known.length - header.migrations.length }
    await how.installQueue()
    await client.query(`${plainly}; begin; set local lock_timeout = '10s'`)
    const restored = await restoreInside(client, path, known)
    await client.query('commit')
    await client.query('analyze')
    return restored
  } finally {
    await client.end()
  }
}

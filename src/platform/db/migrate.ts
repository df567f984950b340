import { readdir, readFile } from 'node:fs/promises'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { codeOf } from '../failure.ts'
import { StartRefused } from '../config.ts'

const folder = new URL('../../../db/migrations/', import.meta.url)
const grants = new URL('../../../db/grants.sql', import.meta.url)

const migrations = async (): Promise<Record<string, Migration>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const read = async (name: string): Promise<[string, Migration]> => {
    const text = await readFile(new URL(name, folder), 'utf8')
    return [
      name.replace(/\.sql$/, ''),
      { up: async (db) => void (await sql`set local lock_timeout = '200ms'; ${sql.raw(text)}`.execute(db)) },
    ]
  }
  return Object.fromEntries(await Promise.all(names.map(read)))
}

/** The start refuses a server on which the product would sort wrongly, garble text or run unprotected. */
const refuseUnfit = async (pool: pg.Pool) => {
  const { rows } = await pool.query<{ encoding: string; version: number; danish: boolean }>(
    `select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int as version,
            exists (select from pg_collation where collname = 'da-x-icu') as danish`,
  )
  const server = rows[0]
  if (!server) throw new StartRefused('The database did not answer.')
  if (server.encoding !== 'UTF8')
    throw new StartRefused(`The database is encoded in ${server.encoding}. Make one with encoding UTF8 and try again.`)
  if (server.version < 150_000)
    throw new StartRefused(
      'The database server is older than PostgreSQL 15. Upgrade it, or leave DATABASE_URL empty to use the embedded one.',
    )
  if (!server.danish)
    throw new StartRefused('The database server has no ICU collations (da-x-icu). Install PostgreSQL with ICU.')
}

/** The names of this product's migrations, in order. */
export const knownMigrations = async (): Promise<string[]> => Object.keys(await migrations())

const refuseMighty = async (appUrl: string) => {
  const client = new pg.Client(appUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; mighty: boolean; owns: boolean }>(
      `select rolname as name, rolsuper or rolbypassrls as mighty,
              exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')) as owns
       from pg_roles where rolname = current_user`,
    )
    const role = rows[0]
    if (!role || role.mighty || role.owns)
      throw new StartRefused(
        `The role ${role?.name ?? ''} of DATABASE_APP_URL may do too much (superuser, BYPASSRLS, or owner of tables), so privacy would rest on care alone. Give a plain login role.`,
      )
    return role.name
  } finally {
    await client.end()
  }
}

type Inside = { disableTransactions: boolean; to?: string }
const run = async (pool: PostgresPool, { to, disableTransactions }: Inside) => {
  const provider = await migrations()
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(provider) },
    disableTransactions,
  })
  const { error, results } = await (to ? migrator.migrateTo(to) : migrator.migrateToLatest())
  if (!error) return results?.length ?? 0
  const failed = results?.find((result) => result.status === 'Error')?.migrationName
  throw error instanceof Error ? Object.assign(error, { migration: failed }) : error
}
const migrateOnce = (pool: pg.Pool) => run(pool, { disableTransactions: false })

/** Applies what is missing, to the last or to one, inside the transaction that is open on `client`: it stands or falls with that. */
export const migrateInside = async (client: pg.Client, to?: string): Promise<number> => {
  const lent: PostgresPoolClient = { query: client.query.bind(client), release: () => {} }
  const pool = { options: {}, connect: () => Promise.resolve(lent), end: () => Promise.resolve() }
  const applied = await run(pool, { disableTransactions: true, ...(to && { to }) })
  // Each migration waits but a moment for a lock; what follows in this transaction has time.
  await client.query(`set local lock_timeout = 0`)
  return applied
}

/** Applies what is missing, exactly once even when several processes start together, and grants. Returns how many were applied. */
export const migrate = async (ownerUrl: string, appUrl: string): Promise<number> => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => {})
  try {
    await refuseUnfit(pool)
    let applied = 0
    for (let tries = 1; ; tries++) {
      try {
        applied = await migrateOnce(pool)
        break
      } catch (error) {
        if (tries >= 10 || codeOf(error) !== '55P03') throw error
      }
    }
    const role = await refuseMighty(appUrl)
    const text = (await readFile(grants, 'utf8')).replaceAll('{app}', pg.escapeIdentifier(role))
    // Two starts that grant at once would trip over each other's catalogue rows.
    await pool.query(`begin; select pg_advisory_xact_lock(hashtext('tovholder grants')); ${text}; commit`)
    return applied
  } finally {
    await pool.end()
  }
}

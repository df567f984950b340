import { Client } from 'pg'
import { codeOf } from '../../failure.ts'
import { until } from './patience.ts'
import { urlOver } from './socket.ts'

export const DATABASE = 'tovholder'
export const OWNER = 'tovholder_owner'
export const APP = 'tovholder_app'
const BOOTSTRAP = 'postgres'

/** Set last: a database without it was left half made by a killed process. */
const DONE = 'Made by Tovholder'

export const urlsOver = (socketFolder: string) => ({
  ownerUrl: urlOver(socketFolder, OWNER, DATABASE),
  appUrl: urlOver(socketFolder, APP, DATABASE),
  unsafeSuperuserUrl: urlOver(socketFolder, BOOTSTRAP, BOOTSTRAP),
})

/**
 * The database, its owner (migrations) and the application's role, which owns nothing. Neither may more than it needs:
 * a superuser would see through row-level security. Does nothing when they are there. Call under the lock.
 */
export const makeRoles = async (socketFolder: string): Promise<void> => {
  await connected(urlOver(socketFolder, BOOTSTRAP, BOOTSTRAP), async (client) => {
    const { rows } = await client.query<{ role: string }>('select rolname as role from pg_roles')
    for (const role of [OWNER, APP]) {
      if (!rows.some((row) => row.role === role)) {
        // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
        await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls`)
      }
    }
    const found = await client.query<{ done: boolean }>(
      `select shobj_description(oid, 'pg_database') is not distinct from $2 as done from pg_database where datname = $1`,
      [DATABASE, DONE],
    )
    if (!found.rows[0]) await client.query(`create database ${DATABASE} owner ${OWNER}`)
    if (!found.rows[0]?.done) await handOver(socketFolder)
  })
}

const handOver = async (socketFolder: string): Promise<void> => {
  await connected(urlOver(socketFolder, BOOTSTRAP, DATABASE), async (client) => {
    await client.query(`alter schema public owner to ${OWNER}; revoke create on schema public from public`)
    await client.query(`comment on database ${DATABASE} is '${DONE}'`)
  })
}

/** Waits while PostgreSQL recovers from a crash of its own (57P03). Errors: those of connecting. */
const connected = async (connectionString: string, work: (client: Client) => Promise<void>): Promise<void> => {
  let client: Client | undefined
  let refused: unknown
  await until(
    async () => {
      const attempt = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
      // A connection that dies later also says so in the query that waits for it.
      attempt.on('error', () => undefined)
      try {
        await attempt.connect()
        client = attempt
        return true
      } catch (error) {
        refused = error
        return codeOf(error) !== '57P03'
      }
    },
    60_000,
    100,
  )
  if (!client) throw refused
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

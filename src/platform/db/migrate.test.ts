import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, afterEach, expect, inject, test } from 'vitest'
import { readConfig, StartRefused } from '#platform/config'
import { migrate } from '#platform/db/migrate'
import { openStore } from '#platform/db/store'

const server = inject('server')
const admin = new pg.Client(server.superuser)
await admin.connect()
const made: { databases: string[]; roles: string[] } = { databases: [], roles: [] }
const word = () => `mig_${randomBytes(5).toString('hex')}`
const urlOf = (database: string, role: string) =>
  `postgresql://${role}@/${database}?host=${encodeURIComponent(server.socket)}`

/** An empty database, as somebody would make it for DATABASE_URL. */
const emptyDatabase = async (how = "encoding 'UTF8'") => {
  const name = word()
  made.databases.push(name)
  await admin.query(`create database ${name} owner tovholder_owner template template0 ${how}`)
  const superuser = urlOf(name, new URL(server.superuser.replace('@/', '@host/')).username)
  const ask = async <R extends object>(text: string) => {
    const client = new pg.Client(superuser)
    await client.connect()
    try {
      return (await client.query<R>(text)).rows
    } finally {
      await client.end()
    }
  }
  await ask('alter schema public owner to tovholder_owner')
  return { name, ask, owner: urlOf(name, 'tovholder_owner'), app: urlOf(name, 'tovholder_app') }
}
const makeRole = async (options: string) => {
  const name = word()
  made.roles.push(name)
  await admin.query(`create role ${name} login ${options}`)
  return name
}
afterEach(async () => {
  for (const name of made.databases.splice(0)) await admin.query(`drop database if exists ${name} with (force)`)
  for (const name of made.roles.splice(0)) await admin.query(`drop role if exists ${name}`)
})
afterAll(() => admin.end())

const all = readdirSync('db/migrations').length

test('four processes that start at once: exactly one applies, all go on', async () => {
  const database = await emptyDatabase()
  const start = () => promisify(execFile)(process.execPath, ['scripts/migrate.ts', database.owner, database.app])
  const said = (await Promise.all([start(), start(), start(), start()])).map(({ stdout }) => stdout.trim())
  expect(said.toSorted((a, b) => a.localeCompare(b))).toEqual(['0 applied', '0 applied', '0 applied', `${all} applied`])
  expect(await database.ask('select name from kysely_migration')).toHaveLength(all)
})

test('four stores that open at once on an empty database all work, with one queue', async () => {
  const database = await emptyDatabase()
  const config = readConfig({ DATABASE_URL: database.owner, DATABASE_APP_URL: database.app })
  const open = () => openStore(config, { lease: 'server', say: () => {} })
  const stores = await Promise.all([open(), open(), open(), open()])
  for (const store of stores) {
    expect((await store.database.pool.query('select unsafe_centre_ids()')).rows).toEqual([])
    await store.close()
  }
  expect(await database.ask("select from pg_tables where schemaname = 'pgboss' and tablename = 'job'")).toHaveLength(1)
})

test('a second start applies nothing and changes nothing', async () => {
  const database = await emptyDatabase()
  await migrate(database.owner, database.app)
  await database.ask(
    "insert into company (kind, cvr, name, changed_at) values ('company', '12345674', 'Blivende A/S', now())",
  )
  expect(await migrate(database.owner, database.app)).toBe(0)
  expect(await database.ask('select name from company')).toEqual([{ name: 'Blivende A/S' }])
})

test('a migration that fails leaves nothing half done, and says so', async () => {
  const database = await emptyDatabase()
  await database.ask('create table promise (in_the_way int)')
  await expect(migrate(database.owner, database.app)).rejects.toMatchObject({ code: '42P07' })
  const left = await database.ask<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'",
  )
  expect(left).toEqual([{ name: 'promise' }])
})

test('a database that a newer version has changed is not touched by an older one', async () => {
  const database = await emptyDatabase()
  await migrate(database.owner, database.app)
  await database.ask("insert into kysely_migration values ('9999-of-tomorrow', '2030-01-01')")
  await expect(migrate(database.owner, database.app)).rejects.toThrow(/9999-of-tomorrow/)
})

test.each(['superuser', 'bypassrls', 'in role tovholder_owner'])(
  'an application’s role that is %s is refused',
  async (options) => {
    const database = await emptyDatabase()
    const mighty = await makeRole(options)
    const refused = migrate(database.owner, urlOf(database.name, mighty))
    await expect(refused).rejects.toBeInstanceOf(StartRefused)
    await expect(refused).rejects.toThrow(new RegExp(`${mighty} .* may do too much`))
  },
)

test('the owner itself is refused as the application’s role', async () => {
  const database = await emptyDatabase()
  await expect(migrate(database.owner, database.owner)).rejects.toThrow(/tovholder_owner .* may do too much/)
})

test('a role of another name gets what it needs, and can do the product’s work', async () => {
  const database = await emptyDatabase()
  const plain = await makeRole('')
  const app = urlOf(database.name, plain)
  await migrate(database.owner, app)
  const client = new pg.Client(app)
  await client.connect()
  expect((await client.query("select unsafe_make_centre('Centret', false, now()) as id")).rows).toEqual([{ id: 1 }])
  await expect(client.query('delete from event')).rejects.toMatchObject({ code: '42501' })
  await client.end()
  await database.ask(`drop owned by ${plain}`)
})

test.each([
  ['LATIN1', "encoding 'LATIN1' locale_provider libc locale 'C'"],
  ['SQL_ASCII', "encoding 'SQL_ASCII' locale_provider libc locale 'C'"],
])('a database encoded in %s is refused before anything is made in it', async (encoding, how) => {
  const database = await emptyDatabase(how)
  const refused = migrate(database.owner, database.app)
  await expect(refused).rejects.toBeInstanceOf(StartRefused)
  await expect(refused).rejects.toThrow(new RegExp(`encoded in ${encoding}.*UTF8`))
  expect(await database.ask("select from pg_tables where schemaname = 'public'")).toEqual([])
})

test('a server that is not there, or lets nobody in, is told in a sentence', async () => {
  const nowhere = {
    DATABASE_URL: 'postgresql://a@/b?host=/tmp/no-such-folder',
    DATABASE_APP_URL: 'postgresql://c@/b?host=/tmp/no-such-folder',
  }
  const refused = openStore(readConfig(nowhere), { lease: 'server', say: () => {} })
  await expect(refused).rejects.toBeInstanceOf(StartRefused)
  await expect(refused).rejects.toThrow(/DATABASE_URL cannot be used/)
})

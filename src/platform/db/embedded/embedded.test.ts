import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { leasesHeld, useEmbedded } from './embedded.ts'
import { freshFolder, hold, postgresOf, postmasterOf, query, tidyUp } from './holders.testing.ts'
import { until } from '#testing/until'
import { signal } from './processes.ts'

afterEach(tidyUp)

test('an empty folder gets a database in UTF-8, which is there again at the next start', async () => {
  const dataDir = freshFolder()
  const first = await useEmbedded({ dataDir, lease: 'server' })
  await query(first.ownerUrl, `create table visit (note text); insert into visit values ('Ærø')`)
  const [made] = await query(
    first.ownerUrl,
    `select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int / 10000 as major,
       current_setting('listen_addresses') as tcp, (select datlocale from pg_database where datname = 'tovholder') as locale`,
  )
  expect(made).toEqual({ encoding: 'UTF8', major: 17, tcp: '', locale: 'C.UTF-8' })
  await first.release()
  expect(postgresOf(dataDir)).toEqual([])

  const second = await useEmbedded({ dataDir, lease: 'server' })
  expect(await query(second.ownerUrl, 'select note from visit')).toEqual([{ note: 'Ærø' }])
  await second.release()
  await second.release()
})

test('the application owns nothing: it makes no tables and sees none it was not given', async () => {
  const embedded = await useEmbedded({ dataDir: freshFolder(), lease: 'command' })
  try {
    await query(embedded.ownerUrl, `create extension pg_trgm; create table secret (n int); create table shared (n int)`)
    await query(embedded.ownerUrl, 'grant select on shared to tovholder_app')
    await expect(query(embedded.appUrl, 'create table mine (n int)')).rejects.toThrow('permission denied for schema')
    await expect(query(embedded.appUrl, 'create schema mine')).rejects.toThrow('permission denied for database')
    await expect(query(embedded.appUrl, 'select * from secret')).rejects.toThrow('permission denied for table')
    expect(await query(embedded.appUrl, 'select * from shared')).toEqual([])
    const roles = await query(
      embedded.appUrl,
      `select rolname from pg_roles where rolname like 'tovholder%'
         and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)`,
    )
    expect(roles).toEqual([])
    await expect(query(embedded.ownerUrl, 'create database other')).rejects.toThrow('permission denied')
    const [owner] = await query(
      embedded.ownerUrl,
      `select pg_get_userbyid(datdba) as database, (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'public') as schema
         from pg_database where datname = 'tovholder'`,
    )
    expect(owner).toEqual({ database: 'tovholder_owner', schema: 'tovholder_owner' })
  } finally {
    await embedded.release()
  }
})

test('a command works beside a server, and the last one to leave stops PostgreSQL', async () => {
  const dataDir = freshFolder()
  const server = await hold(dataDir, 'server')
  const command = await hold(dataDir, 'command')
  expect(command.urls).toEqual(server.urls)
  const held = await leasesHeld(dataDir)
  expect(held.toSorted((a, b) => a.lease.localeCompare(b.lease))).toEqual([
    { pid: command.pid, lease: 'command' },
    { pid: server.pid, lease: 'server' },
  ])
  expect(await server.release()).toBe(true)
  expect(await leasesHeld(dataDir)).toEqual([{ pid: command.pid, lease: 'command' }])
  expect(await query(command.urls.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await command.release()).toBe(true)
  expect(postgresOf(dataDir)).toEqual([])
  expect(await leasesHeld(dataDir)).toEqual([])
})

test('a second server on the same data is refused with a sentence, and the first goes on', async () => {
  const dataDir = freshFolder()
  const server = await hold(dataDir, 'server')
  const second = await hold(dataDir, 'server')
  expect(second.refused).toBe(
    `The data folder ${dataDir} is in use by another Tovholder server (process ${server.pid}). Stop that one, or choose another folder with TOVHOLDER_DATA.`,
  )
  expect(await leasesHeld(dataDir)).toEqual([{ pid: server.pid, lease: 'server' }])
  expect(await query(server.urls.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.release()
})

test('a killed server leaves PostgreSQL running: the next server takes it over', async () => {
  const dataDir = freshFolder()
  const server = await hold(dataDir, 'server')
  const postmaster = postmasterOf(dataDir)
  await server.kill()
  expect(postgresOf(dataDir)).toContain(postmaster)
  expect(await leasesHeld(dataDir)).toEqual([])
  const next = await hold(dataDir, 'server')
  expect(postmasterOf(dataDir)).toBe(postmaster)
  expect(next.find('said').join()).toContain(`PostgreSQL (process ${postmaster}) was left running`)
  expect(await query(next.urls.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await next.release()
})

test('a killed PostgreSQL is started again under the server, and what was committed is there', async () => {
  const dataDir = freshFolder()
  const server = await hold(dataDir, 'server')
  const command = await hold(dataDir, 'command')
  await query(server.urls.ownerUrl, 'create table promise (n int); insert into promise values (1)')
  // A backend that computes does not notice that its postmaster is gone, and a new one will not start beside it.
  const busy = query(server.urls.appUrl, 'select count(*) from generate_series(1, 100000000000)').catch(() => 'cut off')
  const running = `select 1 from pg_stat_activity where state = 'active' and query like '%generate_series(1, 1%' and pid <> pg_backend_pid()`
  await until(async () => (await query(server.urls.unsafeSuperuserUrl, running)).length === 1)
  const former = postmasterOf(dataDir)
  signal(former, 'SIGKILL')
  await until(() => server.find('said').includes('PostgreSQL runs again.'))
  expect(postmasterOf(dataDir)).not.toBe(former)
  expect(await busy).toBe('cut off')
  expect(await query(server.urls.ownerUrl, 'select n from promise')).toEqual([{ n: 1 }])
  await server.release()
  expect(await query(command.urls.ownerUrl, 'select n from promise')).toEqual([{ n: 1 }])
  await command.release()
})

test('a PostgreSQL that can not be started again is told with its last lines', async () => {
  const dataDir = freshFolder()
  const server = await hold(dataDir, 'server')
  signal(postmasterOf(dataDir), 'SIGKILL')
  rmSync(join(dataDir, 'pg/global/pg_control'))
  await until(() => server.find('died').length > 0)
  expect(server.find('died')[0]).toMatch(/could not be started\. The database files look damaged.*pg_control/s)
  expect(await server.release()).toBe(true)
  const next = await hold(dataDir, 'command')
  expect(next.refused).toMatch(/damaged: restore the latest backup/)
  expect(await leasesHeld(dataDir)).toEqual([])
})

test('two commands that start at once on an empty folder make one database', async () => {
  const dataDir = freshFolder()
  const commands = await Promise.all([hold(dataDir, 'command'), hold(dataDir, 'command'), hold(dataDir, 'command')])
  const said = commands.flatMap((command) => command.find('said'))
  expect(said.filter((sentence) => sentence.startsWith('A new database is made'))).toHaveLength(1)
  const answers = await Promise.all(commands.map(({ urls }) => query(urls.appUrl, 'select 1 as one')))
  expect(answers).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]])
  await Promise.all(commands.map((command) => command.release()))
  expect(postgresOf(dataDir)).toEqual([])
  expect(readdirSync(dataDir).filter((name) => name.startsWith('pg.new'))).toEqual([])
})

test('a first start that is killed halfway leaves nothing that hinders the next', async () => {
  const dataDir = freshFolder()
  const killed = await hold(dataDir, 'server', {}, 'said')
  expect(killed.find('ready')).toEqual([])
  await killed.kill()
  const next = await hold(dataDir, 'server')
  expect(await query(next.urls.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await next.release()
})

test('servers that start at once: exactly one gets the folder', async () => {
  const dataDir = freshFolder()
  const servers = await Promise.all([hold(dataDir, 'server'), hold(dataDir, 'server'), hold(dataDir, 'server')])
  expect(servers.filter((server) => server.refused?.includes('is in use by another Tovholder server'))).toHaveLength(2)
  await Promise.all(servers.map((server) => server.release()))
})

test('files of another PostgreSQL are refused, not touched', async () => {
  const dataDir = freshFolder()
  await (await useEmbedded({ dataDir, lease: 'command' })).release()
  writeFileSync(join(dataDir, 'pg/PG_VERSION'), '16\n')
  await expect(useEmbedded({ dataDir, lease: 'server' })).rejects.toThrow(/made by PostgreSQL 16.*brings PostgreSQL 17/)
})

test('a stale number in postmaster.pid, now another process, does not stop the start', async () => {
  const dataDir = freshFolder()
  await (await useEmbedded({ dataDir, lease: 'command' })).release()
  writeFileSync(
    join(dataDir, 'pg/postmaster.pid'),
    `${process.pid}\n${dataDir}/pg\n1\n5432\n/nowhere\n\n1 1\nready   \n`,
  )
  const embedded = await useEmbedded({ dataDir, lease: 'server' })
  expect(await query(embedded.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await embedded.release()
})

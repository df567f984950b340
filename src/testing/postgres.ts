import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makeWorld, type World } from '../../db/world.ts'
import { houseOf } from '../app.ts'
import { readConfig } from '../platform/config.ts'
import { useEmbedded } from '../platform/db/embedded/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openDatabase } from '../platform/db/open.ts'
import { installQueue } from '../platform/install-queue.ts'
import { beginning } from './beginning.ts'

/** Where the tests' PostgreSQL listens, the database each test file copies, and one in which the small world stands already. */
export type TestServer = {
  socket: string
  superuser: string
  template: string
  version: string
  worldTemplate: string
  world: World
}
declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
  }
}

/**
 * Nothing of a test run outlives the machine: what it writes need not reach the disk. A plan is made once a connection, not for the values of
 * the first five times: a test asks few times of few rows, and half of what its server did was planning.
 */
const untilTheEnd = {
  ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
  plan_cache_mode: 'force_generic_plan',
}

type Running = { socket: string; superuser: string; stop(): Promise<void> }

const url = (user: string, database: string, socket: string) =>
  `postgresql://${user}@/${database}?host=${encodeURIComponent(socket)}`

/** Debian's PostgreSQL 15 in a folder of its own, as an unprivileged account when we are root. */
const startDebians = async (): Promise<Running> => {
  const bin = '/usr/lib/postgresql/15/bin'
  if (!existsSync(join(bin, 'postgres')))
    throw new Error(
      `PostgreSQL 15 is missing in ${bin}. Run the test command, which installs it, or: apt-get install postgresql-15`,
    )
  const folder = mkdtempSync(join(tmpdir(), 'tov15-'))
  const root = process.getuid?.() === 0
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const account = root ? { uid: id('-u'), gid: id('-g') } : {}
  if (root) chownSync(folder, id('-u'), id('-g'))
  execFileSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'pg'), '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust'],
    { ...account, cwd: '/', stdio: 'ignore' },
  )
  const settings = { listen_addresses: '', unix_socket_directories: folder, max_connections: '200', ...untilTheEnd }
  const server: ChildProcess = spawn(
    join(bin, 'postgres'),
    ['-D', join(folder, 'pg'), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...account, cwd: '/', stdio: 'ignore' },
  )
  const superuser = url('postgres', 'postgres', folder)
  for (let tries = 0; ; tries++) {
    const client = new pg.Client(superuser)
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (up) break
    if (tries > 100) throw new Error('PostgreSQL 15 did not start.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { socket: folder, superuser, stop }
}

const quicken = async (superuser: string) => {
  const client = new pg.Client(superuser)
  await client.connect()
  for (const [name, value] of Object.entries(untilTheEnd)) await client.query(`alter system set ${name} = ${value}`)
  await client.query('select pg_reload_conf()')
  await client.end()
}

const startEmbedded = async (): Promise<Running> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tov17-'))
  const embedded = await useEmbedded({ dataDir, lease: 'command' })
  await quicken(embedded.unsafeSuperuserUrl)
  const socket = new URL(embedded.ownerUrl.replace('@/', '@socket/')).searchParams.get('host') ?? ''
  const stop = async () => {
    await embedded.release()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { socket, superuser: embedded.unsafeSuperuserUrl, stop }
}

const start = (): Promise<Running> => {
  const running = process.env['TOVHOLDER_TEST_PG']
  if (running === '15') return startDebians()
  if (running)
    return Promise.resolve({
      socket: running,
      superuser: url('postgres', 'postgres', running),
      stop: () => Promise.resolve(),
    })
  return startEmbedded()
}

/** Vitest's global setup: one server for the run, one migrated template that each test file copies. */
export default async function setup(project: TestProject) {
  const running = await start()
  const admin = new pg.Client(running.superuser)
  await admin.connect()
  const { rows } = await admin.query<{ version: string }>("select current_setting('server_version') as version")
  const template = `tov_template_${process.pid}`
  for (const role of ['tovholder_owner', 'tovholder_app'])
    await admin.query(
      `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if; end $$`,
    )
  await admin.query(`create database ${template} owner tovholder_owner`)
  await migrateTemplate(running.socket, running.superuser, template)
  const worldTemplate = `${template}_world`
  await admin.query(`create database ${worldTemplate} template ${template} owner tovholder_owner`)
  project.provide('server', {
    world: await smallWorld(url('tovholder_app', worldTemplate, running.socket)),
    worldTemplate,
    socket: running.socket,
    superuser: running.superuser,
    template,
    version: rows[0]?.version ?? '',
  })
  return async () => {
    for (const name of [template, worldTemplate]) await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    await running.stop()
  }
}

const migrateTemplate = async (socket: string, superuser: string, template: string) => {
  const inTemplate = new pg.Client(superuser.replace(/\/(postgres|tovholder)\?/, `/${template}?`))
  await inTemplate.connect()
  await inTemplate.query('alter schema public owner to tovholder_owner')
  await inTemplate.end()
  await migrate(url('tovholder_owner', template, socket), url('tovholder_app', template, socket))
  await installQueue(url('tovholder_owner', template, socket), url('tovholder_app', template, socket))
}

/** Made once a run: every test file that opens a world begins on the same morning. */
const smallWorld = async (appUrl: string) => {
  const database = openDatabase(appUrl, 2, () => beginning)
  houseOf(database, readConfig({ BASE_URL: 'https://tovholder.example' }), false)
  const world = await makeWorld(database)
  await database.close()
  return world
}
